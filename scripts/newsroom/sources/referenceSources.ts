import { z } from 'zod'
import { factKinds, frontLayouts, frontRules, regions } from '../../../sanity/vocabulary.ts'
import { accent, httpsAddress, partialDate, slug, text, timelineEntry } from './fields.ts'

const factValue = z.union([
  text.transform((value) => ({ value, checkedOn: undefined, source: undefined })),
  z.strictObject({ value: text, checkedOn: partialDate.optional(), source: slug.optional() }),
])

export const countrySource = z.strictObject({
  name: text,
  officialName: text.optional(),
  iso2: z.string().regex(/^[A-Z]{2}$/, 'is not two capital letters'),
  iso3: z.string().regex(/^[A-Z]{3}$/, 'is not three capital letters'),
  isoNumeric: z.string().regex(/^\d{3}$/, 'is not three digits in quotes'),
  region: z.enum(regions),
  subregion: text.optional(),
  neighbours: z.array(slug).default([]),
  coordinates: z.tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)]),
  checkedOn: partialDate,
  facts: z.partialRecord(z.enum(factKinds), factValue),
  about: text.optional(),
})

export const relationSource = z.strictObject({
  countries: z.tuple([slug, slug]),
  summary: text,
  timeline: z.array(timelineEntry).default([]),
})

export const storySource = z.strictObject({
  title: text,
  summary: text.optional(),
  countries: z.array(slug).default([]),
  pinned: z.array(slug).default([]),
  keepOnTop: z.boolean().optional(),
})

export const pageSource = z.strictObject({ title: text, body: text })

export const categorySources = z.record(
  slug,
  z.strictObject({
    title: text,
    description: text.optional(),
    parent: slug.optional(),
    order: z.number().int(),
    accent,
  }),
)

export const topicSources = z.record(slug, z.strictObject({ title: text, description: text.optional() }))

export const authorSources = z.record(
  slug,
  z.strictObject({
    name: text,
    role: text.optional(),
    bio: text.optional(),
    links: z.array(z.strictObject({ label: text, url: httpsAddress })).default([]),
  }),
)

export const sourceSources = z.record(
  slug,
  z.strictObject({
    publisher: text,
    title: text.optional(),
    url: httpsAddress.optional(),
    date: partialDate.optional(),
    readOn: partialDate.optional(),
  }),
)

export const frontSource = z.strictObject({
  lead: slug,
  secondary: z.array(slug).max(2),
  blocks: z.array(
    z.strictObject({
      title: text,
      rule: z.enum(frontRules),
      layout: z.enum(frontLayouts),
      articles: z.array(slug).default([]),
      category: slug.optional(),
      country: slug.optional(),
      story: slug.optional(),
      topic: slug.optional(),
    }),
  ),
})

export const siteSettingsSource = z.strictObject({
  name: text,
  tagline: text.optional(),
  description: text.optional(),
  footerPages: z.array(slug).default([]),
})
