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

/** A role as the hosted API lists it. */
export function describeRole(name: Role) {
  return { name, ...roles[name] }
}
