import { type DocumentFields, documentFields, storedText } from './documentFields.ts'
import { indexedWords } from './documentWords.ts'
import { referencesIn } from './referencesIn.ts'
import type { WrittenText } from './statement.ts'

/** A document before it has a revision and times. */
export interface Content {
  _id: string
  _type: string
  [field: string]: unknown
}

/** All references of a document to one other at one path. */
export interface IndexedReference {
  target: string
  path: string
  /** Whether one of them is neither weak nor to another dataset. */
  strong: boolean
  /** Whether references() is answered from this one: there is one of each target. */
  counted: boolean
}

/** All that is indexed of a document, as it is found without asking anything of the store. */
export interface DocumentIndex {
  fields: DocumentFields
  /** A text for each column of the index of words. */
  words: readonly WrittenText[]
  /** Of the words, to see whether they have changed. */
  digest: string
  references: readonly IndexedReference[]
  /** The document, or so much of it as dates are looked for in: two attributes below each other. */
  dated: object
}

export function indexDocument(document: Content): DocumentIndex {
  return {
    fields: documentFields(document),
    ...indexedWords(document),
    references: indexedReferences(document),
    dated: document,
  }
}

function indexedReferences(document: Content): IndexedReference[] {
  const found = new Map<string, IndexedReference>()
  const counted = new Set<string>()
  for (const { toId, path, weak, foreign, counted: counts } of referencesIn(document)) {
    const target = storedText(toId)
    const key = `${path} ${target}`
    let reference = found.get(key)
    if (!reference) {
      reference = { target, path, strong: false, counted: false }
      found.set(key, reference)
    }
    if (!weak && !foreign) reference.strong = true
    if (counts && !counted.has(target)) {
      counted.add(target)
      reference.counted = true
    }
  }
  return [...found.values()]
}
