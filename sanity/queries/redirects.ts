import { z } from 'zod'
import { identity, instant, optional, optionalText, reference, slug } from './parts/values.ts'
import type { DocumentsQuery, Query } from './query.ts'

const schema = z.array(
  z.object({
    _id: z.string(),
    kind: z.enum(['moved', 'withdrawn']),
    /** A path on this site; the system's redirects name a document instead. */
    to: optionalText,
    target: optional(reference),
    title: optionalText,
    at: optional(instant),
    keptBy: optionalText,
  }),
)

export type StoredRedirect = z.infer<typeof schema>[number]

/** The redirects from the address `$from`, the last edited first: the system's, and those of editors. */
export const redirectsFrom: Query<typeof schema> = {
  name: 'redirects from an address',
  groq: `*[_type == "redirect" && from == $from] | order(_updatedAt desc)[0...10]{
    _id, "kind": coalesce(kind, "moved"), to, target, title, at, keptBy
  }`,
  schema,
}

const paths = z.array(z.string())

/** Every address that a redirect leads away from. */
export const addressesLeft: Query<typeof paths> = {
  name: 'addresses with a redirect',
  groq: `*[_type == "redirect" && defined(from)].from`,
  schema: paths,
}

const document = z.object({ ...identity, slug })

/** Documents that have a page of their own, by id: enough to know where they stand. */
export const standing: DocumentsQuery<typeof document> = {
  name: 'documents with an address by id',
  groq: `*[_id in $ids && defined(slug.current)]{_id, _type, "slug": slug.current}`,
  document,
}
