import type { Identity, SanityDocument } from '../context.ts'
import type { AclMode } from '../store/datasets.ts'

/** How much of a dataset a caller may see: everything, what is published to the world, or nothing. */
export type Reach = 'all' | 'public' | 'none'

/** What the caller may see of a dataset. Every account and token may read everything; the rest of the world, what is public. */
export function reachOf(identity: Identity, aclMode: AclMode): Reach {
  if (identity.kind !== 'anonymous') return 'all'
  return aclMode === 'public' ? 'public' : 'none'
}

/** Whether a document is within the caller's reach. The one rule that every way out of the lake asks. */
export function isReadable(document: Pick<SanityDocument, '_id' | '_type'>, reach: Reach): boolean {
  if (reach === 'all') return true
  return reach === 'public' && !document._id.includes('.') && !isPrivateType(document._type)
}

/** Types that are the system's own business even where an id without a dot would make them public. */
function isPrivateType(type: string): boolean {
  return type.startsWith('system.') || type === 'sanity.previewUrlSecret'
}

/** Whether the caller may write a document of this id. Contributors prepare; they do not publish. */
export function mayWrite(identity: Identity, id: string): boolean {
  if (identity.kind === 'anonymous') return false
  switch (identity.role) {
    case 'administrator':
    case 'editor':
    case 'developer':
      return true
    case 'contributor':
      return id.startsWith('drafts.') || id.startsWith('versions.')
    case 'viewer':
      return false
  }
}
