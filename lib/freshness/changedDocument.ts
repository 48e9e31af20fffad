import { z } from 'zod'

/** A field that is absent, or of a shape that nobody expects, is undefined: a purge must never fail on content. */
const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

const reference = z.object({ _ref: z.string() }).transform(({ _ref }) => _ref)
const slug = z.object({ current: z.string() }).transform(({ current }) => current)

/** Every list item that can be read, none where there is no list. */
const lenientList = <T extends z.ZodType>(item: T) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((items) =>
      items.flatMap((each): z.infer<T>[] => {
        const parsed = item.safeParse(each)
        return parsed.success ? [parsed.data] : []
      }),
    )

const markDef = z.object({ _type: z.literal('mention'), document: reference })
// Loose: whatever else a point says is compared as well.
const block = z.looseObject({ markDefs: lenientList(markDef) })
const point = z.looseObject({ text: lenientList(block) })
const section = z.object({
  _type: z.literal('keyPointsSection'),
  heading: z.unknown().optional(),
  actor: lenient(z.object({ country: lenient(reference) })),
  points: lenientList(point),
})

const changedDocument = z.object({
  _id: z.string(),
  _type: z.string(),
  _rev: lenient(z.string()),
  _createdAt: lenient(z.string()),
  slug: lenient(slug),
  firstPublishedAt: lenient(z.string()),
  category: lenient(reference),
  /** Of articles, relations and stories. */
  countries: lenientList(reference),
  topics: lenientList(reference),
  story: lenient(reference),
  authors: lenientList(reference),
  updatedAt: lenient(z.string()),
  seo: lenient(z.object({ noIndex: lenient(z.boolean()) })),
  corrections: lenientList(z.looseObject({ _key: z.string() })),
  /** Of a category that lies under another. */
  parent: lenient(reference),
  sections: lenientList(section),
  headline: z.unknown().optional(),
  kicker: z.unknown().optional(),
  standfirst: z.unknown().optional(),
  mainMedia: z.unknown().optional(),
  language: z.unknown().optional(),
  title: z.unknown().optional(),
  name: z.unknown().optional(),
  order: z.unknown().optional(),
  keepOnTop: z.unknown().optional(),
  endsAt: z.unknown().optional(),
  /** Of redirects. */
  from: lenient(z.string()),
  kind: z.unknown().optional(),
  to: z.unknown().optional(),
  target: z.unknown().optional(),
  at: z.unknown().optional(),
})

/** A stored document as far as freshness cares. */
export type ChangedDocument = z.infer<typeof changedDocument>

/** Before and after a change, as the webhook tells it; undefined on the side where nothing was published. */
export interface Change {
  before: ChangedDocument | undefined
  after: ChangedDocument | undefined
}

/** Reads both sides of a change. Drafts, versions and the system's own documents count as not published. */
export const parseChange = (before: unknown, after: unknown): Change => ({
  before: parseDocument(before),
  after: parseDocument(after),
})

const parseDocument = (value: unknown): ChangedDocument | undefined => {
  const parsed = changedDocument.safeParse(value)
  if (!parsed.success) return undefined
  const { _id, _type } = parsed.data
  return _id.includes('.') || /^(sanity|system)\./.test(_type) ? undefined : parsed.data
}
