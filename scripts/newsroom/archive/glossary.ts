import { z } from 'zod'
import type { SeedDocument } from '../documents/document.ts'

const reference = z.object({ _ref: z.string() })
const countryDocument = z.object({
  _id: z.string(),
  name: z.string(),
  region: z.string().optional(),
  slug: z.object({ current: z.string() }),
  neighbours: z.array(reference).default([]),
  facts: z.array(z.object({ kind: z.string(), value: z.string() })).default([]),
})
const articleDocument = z.object({
  countries: z.array(reference).default([]),
  mainMedia: z
    .looseObject({ alt: z.string(), caption: z.string().default(''), language: z.string().optional() })
    .optional(),
  language: z.string().default('en'),
})

export interface GlossaryCountry {
  id: string
  slug: string
  name: string
  /** As it stands in a sentence: `the Netherlands`. */
  phrase: string
  region: string
  capital: string
  currency: string
  neighbours: GlossaryCountry[]
  /** Main pictures of articles on the country. */
  pictures: readonly SeedPicture[]
}

export type SeedPicture = Record<string, unknown> & { alt: string; caption: string }

export interface Glossary {
  /** Those that the newsroom writes about most first. */
  countries: readonly GlossaryCountry[]
  authors: readonly string[]
}

/** What the archive takes over from the documents of the demonstration newsroom. */
export function glossaryOf(newsroom: readonly SeedDocument[], withArticle: readonly string[]): Glossary {
  const articles = ofType(newsroom, 'article').map((document) => articleDocument.parse(document))
  const mentions = new Map<string, number>()
  for (const { _ref } of articles.flatMap(({ countries }) => countries))
    mentions.set(_ref, (mentions.get(_ref) ?? 0) + 1)
  const picturesOf = (id: string) =>
    articles.flatMap(({ countries, mainMedia, language }) =>
      mainMedia && language === 'en' && countries[0]?._ref === id ? [mainMedia] : [],
    )
  const documents = ofType(newsroom, 'country').map((document) => countryDocument.parse(document))
  const countries = new Map(
    documents.map((country) => [
      country._id,
      toCountry(country, withArticle.includes(country.slug.current), picturesOf(country._id)),
    ]),
  )
  for (const { _id, neighbours } of documents)
    countries.get(_id)?.neighbours.push(...neighbours.flatMap(({ _ref }) => countries.get(_ref) ?? []))
  const ranked = [...countries.values()].sort(
    (left, right) => (mentions.get(right.id) ?? 0) - (mentions.get(left.id) ?? 0),
  )
  return { countries: ranked, authors: ofType(newsroom, 'author').map(({ _id }) => _id) }
}

const ofType = (documents: readonly SeedDocument[], type: string) =>
  documents.filter(({ _type }) => _type === type)

function toCountry(
  { _id: id, name, slug, region = '', facts }: z.infer<typeof countryDocument>,
  takesArticle: boolean,
  pictures: readonly SeedPicture[],
): GlossaryCountry {
  const factOf = (kind: string) =>
    facts
      .find((fact) => fact.kind === kind)
      ?.value.replace(/[(;,].*$/, '')
      .trim()
  const currency = factOf('currency') ?? 'currency'
  return {
    id,
    slug: slug.current,
    name,
    phrase: takesArticle ? `the ${name}` : name,
    region,
    capital: factOf('capital') ?? name,
    // A word that begins with two capitals is an abbreviation, such as that of the CFA franc.
    currency: /^\p{Lu}\p{Ll}/u.test(currency)
      ? currency.charAt(0).toLowerCase() + currency.slice(1)
      : currency,
    neighbours: [],
    pictures,
  }
}
