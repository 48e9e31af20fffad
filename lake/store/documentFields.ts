import { isReadable } from '../auth/access.ts'
import { isDraftId, isVersionId, publishedIdOf, releaseOf } from '../mutations/documentIds.ts'
import type { Content } from './documentIndex.ts'
import { isRecord } from './isRecord.ts'

/** What the store keeps of a document beside its body. */
export interface DocumentFields {
  type: string
  /** '' for what is published, 'drafts', or the name of a release. */
  layer: string
  /** 0: everybody may see it. 1: those with an account or a token. 2: the same, and it is a draft or a version. */
  shelf: number
  going: number
  /** The published id of a draft or a version. */
  origin: string | null
  slug: string | null
}

export function documentFields(document: Content): DocumentFields {
  const { _id: id, _type: type } = document
  const layer = layerOf(id)
  return {
    type: storedText(type),
    layer,
    shelf: layer !== '' ? 2 : isReadable(document, 'public') ? 0 : 1,
    going: isRecord(document._system) && document._system.delete === true ? 1 : 0,
    origin: layer === '' ? null : publishedIdOf(id),
    slug: slugOf(document),
  }
}

/** The layer that a stored id belongs to. A release may be called `drafts`: no perspective ever shows its versions. */
function layerOf(id: string): string {
  if (isDraftId(id)) return 'drafts'
  if (!isVersionId(id)) return ''
  const release = releaseOf(id)
  return release === undefined || release === 'drafts' || publishedIdOf(id) === '' ? id : release
}

/** Beginning of what is no string, or none that SQLite can keep: no condition asks for it. */
const unlike = '\0'

/** `slug.current`; anything there that is no string counts as defined and equals nothing. */
function slugOf({ slug }: Content): string | null {
  const current = isRecord(slug) ? slug.current : undefined
  if (typeof current === 'string') return storedText(current)
  return current === undefined || current === null ? null : unlike
}

/** The text as SQLite can compare it: half a pair of surrogates would become another letter. */
export function storedText(text: string): string {
  return text.isWellFormed() && !text.startsWith(unlike) ? text : `${unlike}${JSON.stringify(text)}`
}
