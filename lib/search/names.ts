import type { StoredName } from '../../sanity/queries/names.ts'
import { type NamedKind, type NamedPage, namedKinds } from '../model/search.ts'
import { routes } from '../routes.ts'
import { foldedWordsIn, foldText } from './foldWords.ts'

/** Names are compared with every search, and seldom change. */
const foldedNames = new Map<string, readonly string[]>()
const MOST_FOLDED = 5000

const wordsOfName = ({ label }: StoredName): readonly string[] => {
  const known = foldedNames.get(label)
  if (known !== undefined) return known
  const words = foldedWordsIn(label)
  if (foldedNames.size >= MOST_FOLDED) foldedNames.clear()
  foldedNames.set(label, words)
  return words
}

const addresses: Record<NamedKind, (slug: string) => string> = {
  country: routes.country,
  story: routes.story,
  topic: routes.topic,
  category: routes.category,
  author: routes.author,
}

export const toNamedPage = ({ kind, label, slug }: StoredName): NamedPage => ({
  kind,
  label,
  href: addresses[kind](slug),
})

const MOST_ANSWERS = 3

/** Pages whose name is what was asked for, or most of it: "south korea", "war in sudan". */
export const namesAskedFor = (names: readonly StoredName[], asked: string): StoredName[] => {
  const words = foldedWordsIn(asked)
  if (words.length === 0) return []
  const shares = names.flatMap((name) => {
    const own = wordsOfName(name)
    const isAsked = words.every((word) => own.includes(word))
    return isAsked && words.length * 2 >= own.length ? [{ name, share: words.length / own.length }] : []
  })
  return shares
    .toSorted((one, other) => other.share - one.share || compareKinds(one.name, other.name))
    .slice(0, MOST_ANSWERS)
    .map(({ name }) => name)
}

/** Names of which a word begins as typed; those that begin so themselves come first. */
export const namesBeginning = (names: readonly StoredName[], typed: string, most: number): StoredName[] => {
  const begun = foldedWordsIn(typed).join(' ')
  if (begun === '') return []
  const found = names.flatMap((name) => {
    const place = ` ${wordsOfName(name).join(' ')}`.indexOf(` ${begun}`)
    return place === -1 ? [] : [{ name, isFirst: place === 0 }]
  })
  return found
    .toSorted(
      (one, other) =>
        Number(other.isFirst) - Number(one.isFirst) ||
        compareKinds(one.name, other.name) ||
        one.name.label.length - other.name.label.length,
    )
    .slice(0, most)
    .map(({ name }) => name)
}

export interface Subject {
  name: StoredName
  /** The search without the name. */
  rest: string
}

/** The country, topic or story that a search names with some of its words, the longest name first: "south sudan famine". */
export const subjectOf = (names: readonly StoredName[], asked: string): Subject | undefined => {
  if (/["“”„«»]|(^|\s)-/u.test(asked)) return undefined
  const text = ` ${foldedWordsIn(asked).join(' ')} `
  const [longest] = names
    .filter(({ kind }) => kind === 'country' || kind === 'topic' || kind === 'story')
    .map((name) => ({ name, folded: ` ${wordsOfName(name).join(' ')} ` }))
    .filter(({ folded }) => folded.trim() !== '' && text.includes(folded))
    .toSorted((one, other) => other.folded.length - one.folded.length)
  return longest && { name: longest.name, rest: text.replace(longest.folded, ' ').trim() }
}

/** The name at an address of its kind. */
export const nameAt = (names: readonly StoredName[], kind: NamedKind, slug: string | undefined) =>
  names.find((name) => name.kind === kind && name.slug === slug)

const compareKinds = (one: StoredName, other: StoredName) =>
  namedKinds.indexOf(one.kind) - namedKinds.indexOf(other.kind) ||
  (foldText(one.label) < foldText(other.label) ? -1 : 1)
