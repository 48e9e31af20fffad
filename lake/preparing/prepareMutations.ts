import { deepestNesting, mayHavePrototypeKey, parseJson } from '../http/parseJson.ts'
import { checkLimits } from '../mutations/checkLimits.ts'
import { isDocumentId } from '../mutations/documentIds.ts'
import { mutationRequest } from '../mutations/parseMutations.ts'
import { datedPartOf } from '../store/documentDates.ts'
import { type Content, type DocumentIndex, indexDocument } from '../store/documentIndex.ts'
import { isRecord } from '../store/isRecord.ts'
import { leavesAsStored } from '../store/outward.ts'
import { takeApart } from './takeApart.ts'
import { type Extent, TextBytes } from './textBytes.ts'

const kinds = ['create', 'createIfNotExists', 'createOrReplace'] as const

/** A published document that is to be made, with all that is found in it. */
export interface PreparedDocument {
  id: string
  /** How it was asked for; one that must be there only where it is missing is otherwise left alone. */
  kind: (typeof kinds)[number]
  /** As the request has it. */
  createdAt: string | undefined
  /** The document as JSON, but for what comes with its commit. There is room for that behind it. */
  body: Extent
  /** Columns of the index of words, a line each. */
  words: Extent
  index: Omit<DocumentIndex, 'words'>
}

export interface PreparedMutations {
  documents: PreparedDocument[]
  /** Chosen by the client. */
  transactionId: string | undefined
  /** Of all documents. They cross over to the other thread without being copied. */
  texts: Uint8Array<ArrayBuffer>
}

/** The list of mutations, and what it is in. */
const levelsAround = 2
/** What a body ends with, beyond the time at which it was made: a revision, at most as long as an id, and another time. */
const roomForEnding = 300

/**
 * The documents that the body of a request to mutate makes, if that is all it does: published ones with ids of their
 * own, each once, within the limits of a document. Anything else, a body that cannot be used too, is undefined.
 */
export function prepareMutations(body: Uint8Array): PreparedMutations | undefined {
  try {
    const json = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
    const { elements, around, depth } = takeApart(json)
    const request = mutationRequest.parse(parseJson(around, 'The body'))
    if (request.mutations.length !== Math.min(elements.length, 1)) return undefined
    if (depth + levelsAround > deepestNesting) return undefined
    const texts = new TextBytes(Math.ceil(1.5 * body.byteLength))
    const documents = elements.map(({ start, end }) => prepare(json.toString('utf8', start, end), texts))
    if (new Set(documents.map((document) => document?.id)).size < documents.length) return undefined
    if (!documents.every((document) => document !== undefined)) return undefined
    return { documents, transactionId: request.transactionId ?? undefined, texts: texts.whole }
  } catch {
    // Whoever carries it out in the usual way says what is wrong with it.
    return undefined
  }
}

function prepare(mutation: string, texts: TextBytes): PreparedDocument | undefined {
  if (mayHavePrototypeKey(mutation)) return undefined
  const [kind, content] = madeBy(JSON.parse(mutation))
  if (!kind || !isPublished(content)) return undefined
  const { _id, _rev, _createdAt, _updatedAt, ...fields } = content
  const document = { ...fields, _id, _type: content._type }
  checkLimits(document)
  const createdAt = typeof _createdAt === 'string' ? _createdAt : undefined
  const { words, ...index } = indexDocument(document)
  return {
    ...{ id: _id, kind, createdAt },
    body: texts.add(JSON.stringify(document), roomForEnding + JSON.stringify(createdAt ?? '').length * 3),
    words: texts.add(words.join('\n')),
    index: { ...index, dated: datedPartOf(document) },
  }
}

function madeBy(mutation: unknown) {
  if (!isRecord(mutation) || Object.keys(mutation).length > 1) return []
  const kind = kinds.find((name) => Object.hasOwn(mutation, name))
  return kind ? ([kind, mutation[kind]] as const) : []
}

/** Neither a draft, a version nor a document of the system's, nor an asset, whose address is put together. */
function isPublished(content: unknown): content is Content {
  if (!isRecord(content)) return false
  const { _id: id, _type: type } = content
  if (typeof id !== 'string' || typeof type !== 'string' || type === '') return false
  return !id.includes('.') && isDocumentId(id) && leavesAsStored({ _type: type })
}
