import type { Role } from '../context.ts'

interface RoleDescription {
  title: string
  description: string
}

/** The roles as the Studio shows them. What each may do is decided in `access.ts`. */
export const roles: Record<Role, RoleDescription> = {
  administrator: { title: 'Administrator', description: 'Reads and writes everything, and runs the lake' },
  editor: { title: 'Editor', description: 'Reads, writes and publishes all documents' },
  developer: { title: 'Developer', description: 'Reads, writes and publishes all documents' },
  contributor: { title: 'Contributor', description: 'Reads all documents and writes drafts' },
  viewer: { title: 'Viewer', description: 'Reads all documents' },
}

export const roleNames: readonly Role[] = ['administrator', 'editor', 'developer', 'contributor', 'viewer']

/** What tokens were called before there were roles, and still are in some clients. */
const formerNames: Record<string, Role> = { read: 'viewer', write: 'editor' }

/** The role of a name, today's or a former one; `undefined` for what is none here. */
export function findRole(name: string): Role | undefined {
  return roleNames.find((known) => known === name) ?? formerNames[name]
}

/** A role as the hosted API lists it. */
export function describeRole(name: Role) {
  return { name, ...roles[name] }
}
