import { z } from 'zod'

/** A field that may be missing. GROQ answers `null` for it; from here on it is `undefined`. */
export const optional = <T extends z.ZodType>(schema: T) =>
  schema.nullish().transform((value) => value ?? undefined)

/** A list that may be missing: nothing listed. */
export const list = <T extends z.ZodType>(schema: T) =>
  z
    .array(schema)
    .nullish()
    .transform((value) => value ?? [])

/**
 * The typewriter's apostrophe, which most keyboards have, as newspapers print it: within a word, after a plural, and
 * where a word goes on from a link before it. One that may open a quotation is left alone.
 */
const withApostrophes = (written: string) =>
  written.replace(/(?<=\p{L})'(?=\p{L})|(?<=[sxz])'(?=\s)|^'(?=s\b)/gu, '’')

/** Prose as it is printed; it may be empty. */
export const prose = z.string().overwrite(withApostrophes)

/** Text that must say something. */
export const text = prose.trim().min(1)

/** Text that may be missing; blank text counts as missing. */
export const optionalText = prose.nullish().transform((value) => (value?.trim() ? value.trim() : undefined))

export const instant = z.iso.datetime({ offset: true }).transform((value) => new Date(value).toISOString())

export const partialDate = z
  .string()
  .regex(
    /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
    'must be a date such as 2023, 2023-09 or 2023-09-19',
  )

/** The id that a reference points to. */
export const reference = z.object({ _ref: z.string().min(1) }).transform(({ _ref }) => _ref)

export const revision = z.string().min(1)
export const key = z.string().min(1)
export const slug = z.string().trim().min(1)

/** What every query on documents asks for, so that a problem can name the document. */
export const identity = { _id: z.string(), _type: z.string() }

/** A document of a list, before it is parsed by itself: one that is broken must not take the others with it. */
export const rawDocument = z.looseObject(identity)
export type RawDocument = z.infer<typeof rawDocument>

/** Picks the picture fields that `picture` parses, from a GROQ path that holds a picture. */
export const pictureFields = (path: string) =>
  `${path}{alt, caption, credit, hotspot, crop, "assetId": asset._ref, "lqip": asset->metadata.lqip}`
