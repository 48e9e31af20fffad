import { referencesIn } from './referencesIn.ts'

/** No attribute has such a name. */
const mark = '\0refers\0'

/** Among the fields of a selection: whether the document refers to this id, for `refersToAny`. */
export function referenceField(id: string): string {
  return `${mark}${id}`
}

/** The ids that fields of a selection ask about; undefined for attributes. */
export function referredIn(field: string): string | undefined {
  return field.startsWith(mark) ? field.slice(mark.length) : undefined
}

const held = Symbol('references')

/** A part of a document that knows which of the ids it was asked about the whole refers to. Copies of it know, too. */
export function withReferences<T extends object>(part: T, ids: ReadonlySet<string>): T {
  return { ...part, [held]: ids }
}

/** What GROQ's `references()` says of a document, or of the whole of which it is a part. */
export function refersToAny(value: unknown, ids: readonly string[]): boolean {
  const known: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, held) : undefined
  if (known instanceof Set) return ids.some((id) => known.has(id))
  return referencesIn(value).some(({ toId, counted }) => counted && ids.includes(toId))
}
