/** A document as the dataset import format carries it. */
export interface SeedDocument {
  _id: string
  _type: string
  [field: string]: unknown
}

export interface Reference {
  _type: 'reference'
  _ref: string
}

export const referenceTo = (type: string, slug: string): Reference => ({
  _type: 'reference',
  _ref: `${type}-${slug}`,
})

/** References in a list; the key is the position, so that two builds agree. */
export const referencesTo = (type: string, slugs: string[]) =>
  slugs.map((slug, index) => ({ ...referenceTo(type, slug), _key: `r${index + 1}` }))

export const slugField = (current: string) => ({ _type: 'slug', current })

/** Leaves out what is absent or empty, so that documents hold only what an editor wrote. */
export function withoutEmpty(fields: Record<string, unknown>): Record<string, unknown> {
  const kept: Record<string, unknown> = {}
  for (const name in fields) {
    const value = fields[name]
    if (value !== undefined && !(Array.isArray(value) && value.length === 0)) kept[name] = value
  }
  return kept
}
