import { wordColumnNames } from '../documentWords.ts'
import { addressKey, wordColumnOf } from '../searchableWords.ts'
import type { Condition, TextPart } from '../selection.ts'
import { keyOfWord, matchTokens, wordsOf } from '../wordKeys.ts'

type TextCondition = Extract<Condition, { by: 'text' }>

/** Beyond so many words a query is no narrower for those that are left out. */
const mostWords = 24

/** So many words begin so that looking them all up takes longer than it saves. */
const isCommon = /^[a-z0-9]$/

/** Words that all stand in some columns of the index, as it is asked for them; in any, where none is named. */
export interface IndexedWords {
  terms: readonly string[]
  columns: readonly string[]
}

/**
 * What the index of words is asked for a text condition; undefined when that is nothing. Phrases ask for all their
 * words, wherever they are: the index knows of no places. `publicUrl` begins the addresses of assets, which no
 * stored document holds.
 */
export function indexedWordsOf(
  { kind, all, fields = [] }: TextCondition,
  publicUrl: string,
): IndexedWords | undefined {
  const ofAddress = new Set([...wordsOf(publicUrl), ...matchTokens(publicUrl)].map(keyOfWord))
  const terms = new Set<string>()
  for (const part of all) {
    for (const { key, open } of keysOf(part, kind)) {
      if (key === '' || (open && isCommon.test(key))) continue
      const term = `"${key}"${open ? '*' : ''}`
      const isOfAddress = open ? [...ofAddress].some((own) => own.startsWith(key)) : ofAddress.has(key)
      terms.add(isOfAddress ? `(${term} OR "${addressKey}")` : term)
    }
  }
  if (terms.size === 0) return undefined
  const columns = new Set(fields.flatMap((field) => wordColumnNames[wordColumnOf(field)] ?? []))
  return { terms: [...terms].slice(0, mostWords), columns: [...columns] }
}

/** All of them as one question; what stands in a column need not be asked for anywhere. */
export function wordsQuery(sought: readonly IndexedWords[]): string | undefined {
  const inColumns = new Set(sought.flatMap(({ terms, columns }) => (columns.length > 0 ? terms : [])))
  const queries = sought.flatMap(({ terms, columns }) => {
    const asked = columns.length > 0 ? terms : terms.filter((term) => !inColumns.has(term))
    if (asked.length === 0) return []
    const all = `(${asked.join(' AND ')})`
    return columns.length === 0 ? all : `({${columns.join(' ')}} : ${all})`
  })
  return queries.length === 0 ? undefined : [...new Set(queries)].join(' AND ')
}

function keysOf({ words, open }: TextPart, kind: TextCondition['kind']): { key: string; open: boolean }[] {
  return words.map((word, place) => {
    const isOpen = open && place === words.length - 1
    // In the patterns of `match` these stand for any signs.
    const wild = kind === 'tokens' ? word.search(/[.*]/) : -1
    if (wild === -1) return { key: keyOfWord(word), open: isOpen }
    return { key: keyOfWord(word.slice(0, wild)), open: true }
  })
}
