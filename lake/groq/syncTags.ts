import { createHash } from 'node:crypto'
import type { DocumentChange, SanityDocument } from '../context.ts'
import { publishedIdOf } from '../mutations/documentIds.ts'
import { isRecord } from '../store/isRecord.ts'

/** The tag that every change carries: a missed tag would mean a page that never changes. */
export const anything = 's1:all'
/** Next.js refuses tags of more than 256 characters. */
const longestName = 120

export const typeTag = (type: string) => `s1:type:${brief(type)}`
export const documentTag = (publishedId: string) => `s1:doc:${brief(publishedId)}`
export const slugTag = (slug: string) => `s1:slug:${brief(slug)}`
/** Of documents that refer to another, or of those of one type that do. */
export const referenceTag = (target: string, type?: string) =>
  type === undefined ? `s1:ref:${brief(target)}` : `s1:ref:${brief(target)}:${brief(type)}`

function brief(name: string): string {
  return name.length <= longestName ? name : createHash('sha256').update(name).digest('base64url')
}

/**
 * The tags of a change: those of answers that it may alter.
 *
 * @param versions the other stored versions of the document, as far as the listener may see them: in a perspective
 * a draft that goes away shows what is published again, and that may be found in another way than the draft was
 */
export function tagsOfChange(
  { documentId, before, after }: Pick<DocumentChange, 'documentId' | 'before' | 'after'>,
  versions: readonly SanityDocument[] = [],
): string[] {
  const documents = [before, after, ...versions].filter((document) => document !== undefined)
  return [
    ...new Set([anything, documentTag(publishedIdOf(documentId)), ...documents.flatMap(tagsOfDocument)]),
  ]
}

function tagsOfDocument(document: SanityDocument): string[] {
  const slug = isRecord(document.slug) ? document.slug.current : undefined
  return [
    typeTag(document._type),
    ...(typeof slug === 'string' ? [slugTag(slug)] : []),
    ...[...targetsOf(document)].flatMap((target) => [
      referenceTag(target),
      referenceTag(target, document._type),
    ]),
  ]
}

function targetsOf(value: unknown, targets = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const element of value) targetsOf(element, targets)
  else if (isRecord(value)) {
    if (typeof value._ref === 'string') targets.add(value._ref)
    for (const field of Object.values(value)) targetsOf(field, targets)
  }
  return targets
}
