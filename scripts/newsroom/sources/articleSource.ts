import { z } from 'zod'
import { correctionKinds, embedProviders, sectionKinds, standings } from '../../../sanity/vocabulary.ts'
import { httpsAddress, instant, partialDate, slug, text, timelineEntry } from './fields.ts'

const keyPoint = z
  .strictObject({
    text,
    key: slug.optional(),
    asOf: partialDate.optional(),
    standing: z.enum(standings).default('confirmed'),
    attribution: text.optional(),
    sources: z.array(slug).default([]),
  })
  .refine((point) => point.standing !== 'claimed' || point.attribution, {
    path: ['attribution'],
    message: 'a claim needs to say who makes it',
  })

const keyPoints = z
  .strictObject({
    section: z.literal('keyPoints'),
    heading: text,
    kind: z.enum(sectionKinds),
    actor: slug.optional(),
    actorName: text.optional(),
    points: z.array(keyPoint).min(1),
  })
  .refine((section) => !(section.actor && section.actorName), 'the actor is a country or a name, not both')

const table = z
  .strictObject({
    section: z.literal('table'),
    caption: text.optional(),
    columns: z.array(text).min(2),
    rows: z.array(z.array(z.union([z.string(), z.number()]).transform(String))).min(1),
  })
  .refine((section) => section.rows.every((row) => row.length === section.columns.length), {
    path: ['rows'],
    message: 'every row has as many cells as there are columns',
  })

export const sectionSource = z.discriminatedUnion('section', [
  keyPoints,
  table,
  z.strictObject({ section: z.literal('passage'), text }),
  z.strictObject({ section: z.literal('figure'), picture: slug }),
  z.strictObject({ section: z.literal('gallery'), heading: text.optional(), pictures: z.array(slug).min(2) }),
  z.strictObject({ section: z.literal('pullQuote'), text, attribution: text }),
  z.strictObject({
    section: z.literal('timeline'),
    heading: text.optional(),
    entries: z.array(timelineEntry).min(2),
  }),
  z.strictObject({
    section: z.literal('embed'),
    provider: z.enum(embedProviders),
    url: httpsAddress,
    title: text,
  }),
  z.strictObject({ section: z.literal('relationBox'), relation: slug }),
])

export const articleSource = z.strictObject({
  headline: text.max(120),
  kicker: text.optional(),
  standfirst: text.max(320),
  category: slug,
  countries: z.array(slug).default([]),
  topics: z.array(slug).default([]),
  story: slug.optional(),
  authors: z.array(slug).min(1),
  firstPublishedAt: instant,
  updatedAt: instant.optional(),
  language: z.string().default('en'),
  picture: slug,
  sections: z.array(sectionSource).min(1),
  closing: text.optional(),
  corrections: z.array(z.strictObject({ kind: z.enum(correctionKinds), text, at: instant })).default([]),
  relatedPinned: z.array(slug).default([]),
  seo: z.strictObject({ title: text.optional(), description: text.optional() }).optional(),
})

export type ArticleSource = z.infer<typeof articleSource>
export type SectionSource = z.infer<typeof sectionSource>
