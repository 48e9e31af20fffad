import { wordColumnNames } from '../documentWords.ts'
import { addressKey, wordColumnOf } from '../searchableWords.ts'
import type { Condition, TextPart } from '../selection.ts'
import { keyOfWord, matchTokens, wordsOf } from '../wordKeys.ts'

type TextCondition = Extract<Condition, { by: 'text' }>

/** Beyond so many words a query is no narrower for those that are left out. */
const mostWords = 24

/** So many words begin so that looking them all up takes longer than it saves. */
const isCommon = /^[a-z0-9]$/

/**
 * What the index of words is asked for a text condition; undefined when that is nothing. Phrases ask for all their
 * words, wherever they are: the index knows of no places. `publicUrl` begins the addresses of assets, which no
 * stored document holds.
 */
export function wordsQuery({ kind, all, fields = [] }: TextCondition, publicUrl: string): string | undefined {
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
  const wanted = [...terms].slice(0, mostWords).join(' AND ')
  const columns = new Set(fields.map((field) => wordColumnNames[wordColumnOf(field)]))
  return columns.size === 0 ? wanted : `{${[...columns].join(' ')}} : (${wanted})`
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
