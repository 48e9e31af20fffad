import type { SanityClient } from '@sanity/client'
import { z } from 'zod'
import { accents, factKinds } from '../../sanity/vocabulary.ts'
import { ClearError } from '../setup/clearError.mjs'
import type { CountryWithFacts, Reference } from './reference.ts'

const absent = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined)

const factsSchema = z
  .array(z.object({ _key: z.string(), kind: z.enum(factKinds), value: z.string() }))
  .nullish()
  .transform((facts) => facts ?? [])

const answerSchema = z.object({
  countries: z.array(
    z.object({
      _id: z.string(),
      name: z.string(),
      officialName: absent(z.string()),
      iso2: z.string(),
      facts: factsSchema,
    }),
  ),
  drafts: z.array(z.object({ _id: z.string(), facts: factsSchema })),
  categories: z.array(z.object({ _id: z.string(), title: z.string(), accent: z.enum(accents) })),
})

const query = `{
  "countries": *[_type == "country" && !(_id in path("drafts.**")) && !(_id in path("versions.**")) && defined(name) && defined(iso2)] {
    _id, name, officialName, iso2, "facts": facts[defined(kind) && defined(value)] {_key, kind, value}
  },
  "drafts": *[_type == "country" && _id in path("drafts.**")] {
    _id, "facts": facts[defined(kind) && defined(value)] {_key, kind, value}
  },
  "categories": *[_type == "category" && !(_id in path("drafts.**")) && !(_id in path("versions.**")) && defined(title) && defined(accent)] {
    _id, title, accent
  }
}`

/** The published countries and categories; facts as a draft has them, where a country has one. */
export async function readReference(client: SanityClient): Promise<Reference> {
  const { countries, drafts, categories } = answerSchema.parse(await client.fetch(query).catch(inWords))
  const draftFacts = new Map(drafts.map(({ _id, facts }) => [_id, facts]))
  return {
    categories,
    countries: countries.map(
      (country): CountryWithFacts => ({
        ...country,
        facts: draftFacts.get(`drafts.${country._id}`) ?? country.facts,
      }),
    ),
  }
}

function inWords(error: unknown): never {
  const unreachable =
    error instanceof Error && /ECONNREFUSED|ENOTFOUND|fetch failed|timed out/i.test(causes(error))
  if (!unreachable) throw error
  throw new ClearError(
    'The content lake does not answer: start it with `npm start` and run the import beside it.',
  )
}

function causes(error: Error): string {
  return `${error.message} ${error.cause instanceof Error ? causes(error.cause) : String(error.cause ?? '')} ${'code' in error ? String(error.code) : ''}`
}
