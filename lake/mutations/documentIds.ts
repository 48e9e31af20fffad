import { limits } from './limits.ts'

const wellFormed = /^[a-zA-Z0-9_][a-zA-Z0-9_-]*(?:\.[a-zA-Z0-9_][a-zA-Z0-9_-]*)*$/

/**
 * Whether the hosted service would take this as an `_id`: at most 128 letters, digits, `_` and `-`, in segments
 * between single dots, none of which begins with a hyphen. Source: sanity.io/docs/ids.
 */
export function isDocumentId(id: string): boolean {
  return id.length <= limits.documentIdLength && wellFormed.test(id)
}

/** `drafts.x` and `versions.release.x` → `x`; every other id stays as it is. */
export function publishedIdOf(id: string): string {
  if (id.startsWith('drafts.')) return id.slice('drafts.'.length)
  if (id.startsWith('versions.')) return id.split('.').slice(2).join('.')
  return id
}

export function isDraftId(id: string): boolean {
  return id.startsWith('drafts.')
}

export function isVersionId(id: string): boolean {
  return id.startsWith('versions.')
}

/** The release of `versions.<release>.<id>`, or undefined. */
export function releaseOf(id: string): string | undefined {
  return isVersionId(id) ? id.split('.')[1] : undefined
}

export function draftIdOf(publishedId: string): string {
  return `drafts.${publishedId}`
}

export function versionIdOf(release: string, publishedId: string): string {
  return `versions.${release}.${publishedId}`
}

/** A document id of a release: `_.releases.<name>`. */
export function releaseDocumentId(release: string): string {
  return `_.releases.${release}`
}
