import { z } from 'zod'
import { isAllowedEmbed } from '../../allowedAddresses.ts'
import { embedProviders, sectionKinds, standings } from '../../vocabulary.ts'
import { optionalPicture } from './picture.ts'
import { richText } from './richText.ts'
import {
  key,
  list,
  optional,
  optionalText,
  partialDate,
  pictureFields,
  prose,
  reference,
  text,
} from './values.ts'

/** What a query asks of `sections[]`: as stored, with what a picture needs of its asset. */
export const SECTION_FIELDS = `..., ${pictureFields('picture')}, "pictures": ${pictureFields('pictures[]')}`

const standing = z
  .enum(standings)
  .nullish()
  .transform((value) => value ?? 'confirmed')

export const keyPoint = z.object({
  _key: key,
  text: richText.min(1, 'is empty'),
  asOf: optional(partialDate),
  standing,
  attribution: optionalText,
  sources: list(reference),
})

/** A country or a name; an actor that says neither is none. */
const actor = z
  .object({ country: optional(reference), name: optionalText })
  .nullish()
  .transform((value) => (value && (value.country ?? value.name) !== undefined ? value : undefined))

export const keyPointsSection = z.object({
  _type: z.literal('keyPointsSection'),
  _key: key,
  heading: text,
  kind: z
    .enum(sectionKinds)
    .nullish()
    .transform((kind) => kind ?? 'development'),
  actor,
  points: z.array(keyPoint).min(1, 'has no key point'),
})

export const timelineEntry = z.object({ _key: key, date: partialDate, text })

const embed = z.object({
  _type: z.literal('embed'),
  _key: key,
  provider: z.enum(embedProviders),
  url: z.string(),
  title: text,
})

export const section = z.discriminatedUnion('_type', [
  keyPointsSection,
  z.object({ _type: z.literal('passage'), _key: key, text: richText }),
  z.object({ _type: z.literal('figure'), _key: key, picture: optionalPicture }),
  z.object({
    _type: z.literal('gallery'),
    _key: key,
    heading: optionalText,
    pictures: list(optionalPicture),
  }),
  z.object({ _type: z.literal('pullQuote'), _key: key, text, attribution: optionalText }),
  z.object({
    _type: z.literal('timeline'),
    _key: key,
    heading: optionalText,
    entries: z.array(timelineEntry).min(1, 'has no entry'),
  }),
  z.object({
    _type: z.literal('table'),
    _key: key,
    caption: optionalText,
    columns: z.array(prose).min(1, 'has no column'),
    rows: list(z.object({ cells: list(prose) }).transform(({ cells }) => cells)),
  }),
  embed.refine(({ provider, url }) => isAllowedEmbed(provider, url), {
    path: ['url'],
    error: 'is not an address of the provider',
  }),
  z.object({ _type: z.literal('relationBox'), _key: key, relation: reference }),
])

export type StoredSection = z.infer<typeof section>
export type StoredKeyPointsSection = z.infer<typeof keyPointsSection>
export type StoredKeyPoint = z.infer<typeof keyPoint>
export type StoredTimelineEntry = z.infer<typeof timelineEntry>
