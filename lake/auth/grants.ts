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

/** Grants on the project itself. Nobody manages members or deploys through the Studio: that is the command line's. */
export function projectGrants(role: Role) {
  const readsAndWrites = role === 'viewer' ? ['read'] : ['read', 'create', 'update']
  return {
    'sanity.project': [{ grants: [{ name: 'read' }] }],
    'sanity.project.datasets': [{ grants: names(role === 'administrator' ? readsAndWrites : ['read']) }],
    'sanity.project.releases': [{ grants: names(role === 'contributor' ? ['read'] : readsAndWrites) }],
  }
}

function names(list: string[]) {
  return list.map((name) => ({ name }))
}
