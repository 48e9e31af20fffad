import type { SanityDocument } from '../../lake/context.ts'
import { type Chance, seededChance } from '../../scripts/newsroom/archive/chance.ts'

export interface NewsroomSize {
  articles: number
  seed: number
  /** Share of the articles that have a draft beside them. */
  drafts?: number
}

export const [categories, authors, countries, topics] = [10, 50, 200, 60]

const firstDay = Date.UTC(2006, 0, 1)
const lastDay = Date.UTC(2026, 0, 1)
const vocabulary = 30_000

/**
 * The documents of a believable newsroom: a few categories, authors and topics, countries that are written about
 * by Zipf's law, and articles of 2 to 3 kB over twenty years, in the order in which they were written. Unlike the
 * archive of `npm run newsroom:scale` they have as many words as a language has, which a search must find its way
 * among, and are so small that a hundred thousand can be scanned in memory.
 */
export function* newsroomOf({ articles, seed, drafts = 0.01 }: NewsroomSize): Generator<SanityDocument> {
  const chance = seededChance(seed)
  const words = inventWords(chance)
  yield* shelfOf('category', categories, words)
  yield* shelfOf('author', authors, words)
  yield* shelfOf('country', countries, words)
  yield* shelfOf('topic', topics, words)
  for (let index = 0; index < articles; index += 1) {
    const time = firstDay + Math.floor(((lastDay - firstDay) * index) / articles) + chance.below(86_400_000)
    const article = articleOf(index, new Date(time).toISOString(), chance, words)
    yield article
    if (chance.next() < drafts)
      yield { ...article, _id: `drafts.${article._id}`, headline: sentence(8, chance, words) }
  }
}

function* shelfOf(type: string, count: number, words: readonly string[]): Generator<SanityDocument> {
  for (let index = 0; index < count; index += 1) {
    const name = words[1000 + index * 7] ?? `${type} ${index}`
    const time = new Date(firstDay).toISOString()
    yield {
      ...{ _id: `${type}-${index}`, _type: type, _rev: 'filled', _createdAt: time, _updatedAt: time },
      name,
      slug: { _type: 'slug', current: `${name}-${index}` },
    }
  }
}

function articleOf(index: number, time: string, chance: Chance, words: readonly string[]): SanityDocument {
  const reference = (type: string, number: number) => ({ _type: 'reference', _ref: `${type}-${number}` })
  const many = (type: string, numbers: Iterable<number>) =>
    [...new Set(numbers)].map((number) => ({ ...reference(type, number), _key: `${type}${number}` }))
  const headline = sentence(9, chance, words)
  return {
    ...{ _id: `article-${index}`, _type: 'article', _rev: 'filled', _createdAt: time, _updatedAt: time },
    headline,
    slug: { _type: 'slug', current: `${headline.toLowerCase().replaceAll(' ', '-')}-${index}` },
    standfirst: sentence(22, chance, words),
    category: reference('category', chance.below(categories)),
    countries: many('country', [chance.zipf(countries), chance.zipf(countries)]),
    topics: many('topic', [chance.zipf(topics)]),
    authors: many('author', [chance.below(authors)]),
    firstPublishedAt: time,
    sections: [1, 2].map((number) => ({
      ...{ _type: 'passage', _key: `s${number}` },
      text: [1, 2].map((block) => blockOf(`b${number}${block}`, chance, words)),
    })),
  }
}

function blockOf(key: string, chance: Chance, words: readonly string[]) {
  const text = [1, 2, 3].map(() => `${sentence(14, chance, words)}.`).join(' ')
  return {
    ...{ _type: 'block', _key: key, style: 'normal', markDefs: [] },
    children: [{ _type: 'span', _key: `${key}s`, marks: [], text }],
  }
}

function sentence(length: number, chance: Chance, words: readonly string[]): string {
  const parts = Array.from({ length }, () => words[chance.zipf(vocabulary)] ?? '')
  const text = parts.join(' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Words that can be spoken, the short ones first, as in a language. */
function inventWords(chance: Chance): string[] {
  const syllables = [...'bdfgklmnprstvz'].flatMap((letter) => [...'aeiou'].map((vowel) => letter + vowel))
  const words = new Set<string>()
  while (words.size < vocabulary) {
    const length = 1 + Math.floor(Math.log10(words.size + 10))
    words.add(
      Array.from({ length }, () => chance.pick(syllables)).join('') + chance.pick(['', 'n', 's', 'r']),
    )
  }
  return [...words]
}
