import type { Role } from '../context.ts'

interface DocumentGrant {
  filter: string
  permissions: ('read' | 'create' | 'update' | 'history' | 'manage')[]
}

const readAll: DocumentGrant = { filter: '_id in path("**")', permissions: ['read', 'history'] }
const writeAll: DocumentGrant = {
  filter: '_id in path("**")',
  permissions: ['read', 'create', 'update', 'history'],
}

/**
 * What a role may do, as filters that the Studio evaluates on each document to decide which buttons to
 * show. They say what `access.ts` enforces; a test holds the two together.
 */
export const documentGrants: Record<Role, DocumentGrant[]> = {
  administrator: [
    { filter: '_id in path("**")', permissions: ['read', 'create', 'update', 'history', 'manage'] },
  ],
  editor: [writeAll],
  developer: [writeAll],
  contributor: [
    readAll,
    { filter: '_id in path("drafts.**")', permissions: ['create', 'update'] },
    { filter: '_id in path("versions.**")', permissions: ['create', 'update'] },
  ],
  viewer: [readAll],
}
