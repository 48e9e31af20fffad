import { z } from 'zod'
import { isAllowedLink } from '../../allowedAddresses.ts'
import { key, list, optional, prose } from './values.ts'

const span = z.object({
  _type: z.literal('span'),
  _key: key,
  text: prose,
  marks: list(z.string()),
})

const markDef = z.union([
  z.object({ _type: z.literal('link'), _key: key, href: z.string().catch('') }),
  z
    .object({ _type: z.literal('mention'), _key: key, document: optional(z.object({ _ref: z.string() })) })
    .transform(({ _type, _key, document }) => ({ _type, _key, mentions: document?._ref })),
])

const block = z
  .object({
    _type: z.literal('block'),
    _key: key,
    style: z
      .enum(['normal', 'h3', 'blockquote'])
      .nullish()
      .transform((style) => style ?? 'normal'),
    listItem: optional(z.enum(['bullet', 'number'])),
    level: optional(z.number().int().positive()),
    children: z.array(span),
    markDefs: list(markDef),
  })
  .transform((stored) => ({
    ...stored,
    markDefs: stored.markDefs.filter((mark) => mark._type === 'mention' || isAllowedLink(mark.href)),
  }))

/** Portable Text as stored: mentions still name a document by id, links that are not allowed are gone. */
export const richText = z.array(block)
export type StoredRichText = z.infer<typeof richText>
export type StoredBlock = z.infer<typeof block>
