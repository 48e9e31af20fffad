import { z } from 'zod'
import { optionalText } from './parts/values.ts'
import type { Query } from './query.ts'

/** The most of each that a newsroom is expected to have; what comes after them in the alphabet has no name here. */
const shelves = {
  country: { name: 'name', most: 300 },
  category: { name: 'title', most: 60 },
  topic: { name: 'title', most: 600 },
  story: { name: 'title', most: 300 },
  author: { name: 'name', most: 600 },
} as const

const kind = z.enum(['country', 'category', 'topic', 'story', 'author'])
const stored = z.object({ id: z.string(), kind, label: optionalText, slug: optionalText })

/** One that has no name or address yet is left out. */
const names = z
  .array(stored)
  .transform((all) =>
    all.flatMap(({ id, kind, label, slug }) =>
      label === undefined || slug === undefined ? [] : [{ id, kind, label, slug }],
    ),
  )

/** Everything with a name and a page: countries, categories, topics, stories and authors. */
export const allNames: Query<typeof names> = {
  name: 'all names',
  groq: `[${Object.entries(shelves)
    .map(
      ([type, { name, most }]) =>
        `...*[_type == "${type}"] | order(${name} asc)[0...${most}]{"id": _id, "kind": _type, "label": ${name}, "slug": slug.current}`,
    )
    .join(', ')}]`,
  schema: names,
}
export type StoredName = z.infer<typeof names>[number]

const headlines = z.array(z.string().nullable()).transform((all) => all.flatMap((each) => each ?? []))

/** The headlines of the newest articles: what readers are likely to have words from. */
export const newestHeadlines: Query<typeof headlines> = {
  name: 'newest headlines',
  groq: `*[_type == "article"] | order(firstPublishedAt desc)[0...1000].headline`,
  schema: headlines,
}

const ids = z
  .array(z.string())
  .nullish()
  .transform((value) => value ?? [])
const subjects = z.array(z.object({ countries: ids, topics: ids }))

/** What the newest articles are about. */
export const newestSubjects: Query<typeof subjects> = {
  name: 'what the newest articles are about',
  groq: `*[_type == "article"] | order(firstPublishedAt desc)[0...300]{"countries": countries[]._ref, "topics": topics[]._ref}`,
  schema: subjects,
}
export type StoredSubjects = z.infer<typeof subjects>
