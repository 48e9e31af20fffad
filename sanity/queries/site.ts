import { z } from 'zod'
import { identity, instant, list, optional, optionalText, reference, text } from './parts/values.ts'
import type { DocumentsQuery, Query } from './query.ts'

const settings = z.object({
  ...identity,
  name: text,
  tagline: optionalText,
  language: optionalText,
  description: optionalText,
  footerPages: list(reference),
})

/** The site's own name and the pages that its footer names. */
export const siteSettings: DocumentsQuery<typeof settings> = {
  name: 'site settings',
  groq: `*[_type == "siteSettings" && _id in $ids]{_id, _type, name, tagline, language, description, footerPages}`,
  document: settings,
}

const banner = z.object({ ...identity, text, link: optional(reference), endsAt: instant })

export const banners: DocumentsQuery<typeof banner> = {
  name: 'banners by id',
  groq: `*[_type == "banner" && _id in $ids]{_id, _type, text, link, endsAt}`,
  document: banner,
}

const ending = optional(z.object({ id: z.string(), endsAt: instant }))

/** The banner that ends last, and when. */
export const lastBanner: Query<typeof ending> = {
  name: 'last banner',
  groq: `*[_type == "banner" && defined(endsAt)] | order(endsAt desc)[0]{"id": _id, endsAt}`,
  schema: ending,
}

export type StoredSettings = z.infer<typeof settings>
export type StoredBanner = z.infer<typeof banner>
