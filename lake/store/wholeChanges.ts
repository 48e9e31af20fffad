import type { DocumentChange, SanityDocument } from '../context.ts'
import { leavesAsStored, withoutRevision } from './outward.ts'

/*
 * A document that is made, replaced or deleted stands in the log once, as its body: what was done to it and what that
 * effected would be the same text again.
 */

type Sides = Pick<DocumentChange, 'before' | 'after'>

/** In place of the mutations of a change: the name of the one that wrote the whole document. */
export function wholeMutation({
  mutations,
  after,
}: DocumentChange | Omit<DocumentChange, 'seq'>): string | undefined {
  const [only, ...others] = mutations
  if (!only || others.length > 0 || !after) return undefined
  const [name, content] = Object.entries(only)[0] ?? []
  return content === after ? name : undefined
}

/** Whether the effects of a change are the whole document, so that they need not be written down. */
export function hasWholeEffects({ before, after }: Sides): boolean {
  const only = before ? (after ? undefined : before) : after
  return only !== undefined && leavesAsStored(only)
}

/** The effects of a change by which a document came or went. */
export function wholeEffects({ before, after }: Sides): DocumentChange['effects'] {
  return { apply: replaceBy(after), revert: replaceBy(before) }
}

/** A Mendoza patch that puts one value in the place of whatever there is. */
const replaceBy = (document: SanityDocument | undefined) => [0, document ? withoutRevision(document) : null]
