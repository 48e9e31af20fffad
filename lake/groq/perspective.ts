import type { SanityDocument } from '../context.ts'
import { HttpError } from '../http/errors.ts'
import {
  draftIdOf,
  isDraftId,
  isVersionId,
  publishedIdOf,
  releaseOf,
  versionIdOf,
} from '../mutations/documentIds.ts'
import { isRecord } from '../store/isRecord.ts'

/**
 * Which versions of documents a query sees: `raw` all as they are stored, otherwise one document for each
 * published id, from the first layer that has it and at last from what is published. `drafts` and the
 * names of releases are layers; no layers is the published perspective.
 */
export type Perspective = 'raw' | readonly string[]

/** From this version on a query without a perspective sees what is published. Source: Sanity's API changelog. */
const publishedByDefaultFrom = '2025-02-19'

/**
 * The perspective of a request.
 *
 * @param apiVersion as in the address, without its `v`: `2025-02-19`, `1` or `X`
 * @throws HttpError 400 for a name that is no release and for `raw` among others
 */
export function parsePerspective(text: string | undefined, apiVersion: string): Perspective {
  const names = (text ?? '').split(',').filter((name) => name !== '')
  if (names.length === 0) return isPublishedByDefault(apiVersion) ? [] : 'raw'
  if (names.length === 1 && names[0] === 'raw') return 'raw'
  const layers = names.map((name) => (name === 'previewDrafts' ? 'drafts' : name))
  const wrong = layers.find((name) => name === 'raw' || !/^[a-zA-Z0-9_-]+$/.test(name))
  if (wrong !== undefined) {
    throw new HttpError(400, 'Bad Request', `"${wrong}" cannot be part of a stack of perspectives.`)
  }
  const published = layers.indexOf('published')
  return published === -1 ? layers : layers.slice(0, published)
}

function isPublishedByDefault(apiVersion: string): boolean {
  return apiVersion === 'X' || (apiVersion.includes('-') && apiVersion >= publishedByDefaultFrom)
}

/** The key that all versions of a document share in a perspective. */
export function groupOf(perspective: Perspective, id: string): string {
  return perspective === 'raw' ? id : publishedIdOf(id)
}

/** Whether a stored document can show at all in a perspective. */
export function isInPerspective(perspective: Perspective, id: string): boolean {
  if (perspective === 'raw') return true
  if (isDraftId(id)) return perspective.includes('drafts')
  if (isVersionId(id)) return perspective.includes(releaseOf(id) ?? '')
  return true
}

/** The document that a perspective shows for a group: under its published id, with the stored id as `_originalId`. */
export function documentInPerspective(
  perspective: Perspective,
  group: string,
  read: (id: string) => SanityDocument | undefined,
): SanityDocument | undefined {
  if (perspective === 'raw') return read(group)
  for (const layer of perspective) {
    const version = read(layer === 'drafts' ? draftIdOf(group) : versionIdOf(layer, group))
    if (version && isGoing(version)) return undefined
    if (version) return { ...version, _id: group, _originalId: version._id }
  }
  const published = read(group)
  return published && perspective.length > 0 ? { ...published, _originalId: group } : published
}

/** A version that says its document will be unpublished with the release. */
function isGoing(version: SanityDocument): boolean {
  return isRecord(version._system) && version._system.delete === true
}
