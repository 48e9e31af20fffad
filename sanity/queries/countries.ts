import { z } from 'zod'
import { factKinds } from '../vocabulary.ts'
import { richText } from './parts/richText.ts'
import {
  identity,
  key,
  list,
  optional,
  optionalText,
  partialDate,
  reference,
  revision,
  slug,
  text,
} from './parts/values.ts'
import type { DocumentsQuery } from './query.ts'

const name = {
  ...identity,
  name: text,
  slug,
  iso2: z.string().regex(/^[A-Z]{2}$/, 'must be two capital letters'),
  isoNumeric: z.string().regex(/^\d{3}$/, 'must be three digits'),
}

const fact = z.object({
  _key: key,
  kind: z.enum(factKinds),
  value: text,
  checkedOn: optional(partialDate),
  source: optional(reference),
})

const document = z.object({
  ...name,
  _rev: revision,
  officialName: optionalText,
  region: optionalText,
  subregion: optionalText,
  neighbours: list(reference),
  coordinates: optional(z.object({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) })),
  facts: list(fact),
  about: optional(richText),
})

/** Countries whole: their own page and the fact boxes under articles. */
export const countries: DocumentsQuery<typeof document> = {
  name: 'countries by id',
  groq: `*[_type == "country" && _id in $ids]{
    _id, _type, _rev, name, "slug": slug.current, iso2, isoNumeric, officialName, region, subregion, neighbours,
    coordinates, facts, about
  }`,
  document,
}

const nameDocument = z.object({ ...name, region: optionalText })

/** What a list, a neighbour or an actor shows of a country. */
export const countryNames: DocumentsQuery<typeof nameDocument> = {
  name: 'names of countries by id',
  groq: `*[_type == "country" && _id in $ids]{_id, _type, name, "slug": slug.current, iso2, isoNumeric, region}`,
  document: nameDocument,
}

export type StoredCountry = z.infer<typeof document>
export type StoredCountryName = z.infer<typeof nameDocument>
