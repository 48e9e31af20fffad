import { type Change, type ChangedDocument, parseChange } from './changedDocument.ts'
import { membershipsOf } from './memberships.ts'
import { tags } from './tags.ts'

/** `stale`: readers get the old page until the new one is ready. `at once`: the old one is never shown again. */
export type Urgency = 'stale' | 'at once'

export interface Purge {
  tag: string
  urgency: Urgency
}

/**
 * The tags of all that shows what a change touched, and of nothing else.
 * @param before The stored document before the change, or null.
 * @param after The stored document after the change, or null.
 */
export const tagsOfChange = (before: unknown, after: unknown): string[] =>
  touchedBy(parseChange(before, after))

/**
 * The same tags, each with how urgent it is. Who stands at an address cannot wait, and neither can a take-down:
 * every page that shows the document carries its tag. Lists can: a page that is thrown away at once has no last
 * good state left to fall back on.
 */
export const purgesOfChange = (before: unknown, after: unknown): Purge[] => {
  const change = parseChange(before, after)
  const takenDown = change.after === undefined
  const cannotWait = (tag: string) =>
    isAboutPlaces(tag) || (takenDown && tag === tags.document(change.before?._id ?? ''))
  return touchedBy(change).map((tag) => ({ tag, urgency: cannotWait(tag) ? 'at once' : 'stale' }))
}

/** Who stands at an address, and what leads away from it or to it: no other page shows that. */
export const isAboutPlaces = (tag: string): boolean => /^list:(?:slug|redirect|standing):/.test(tag)

const touchedBy = ({ before, after }: Change): string[] => {
  const ids = [before, after].flatMap((document) =>
    document === undefined ? [] : tags.document(document._id),
  )
  return [...new Set([...ids, ...listsTouched(before, after)])]
}

const listsTouched = (before: ChangedDocument | undefined, after: ChangedDocument | undefined): string[] => {
  const old = membershipsOf(before)
  const now = membershipsOf(after)
  return [...new Set([...old.keys(), ...now.keys()])].filter((list) => old.get(list) !== now.get(list))
}
