import { z } from 'zod'
import { accents } from '../../../sanity/vocabulary.ts'

/** Fields that many sources share, with the newsroom's limits. */
export const text = z.string().trim().min(1)
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not a slug (small letters, digits, single hyphens)')
export const instant = z.iso.datetime()

/** `2023`, `2023-09` or `2023-09-19`; YAML reads a bare year as a number. */
export const partialDate = z
  .union([z.number().int(), z.string()])
  .transform(String)
  .pipe(
    z
      .string()
      .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'is not a date, or a part of one'),
  )

export const httpsAddress = z.url({ protocol: /^https$/, error: 'is not an https address' })
export const accent = z.enum(accents)
export const timelineEntry = z.strictObject({ date: partialDate, text })
