import type { Role } from '../context.ts'

interface PermissionResource {
  title: string
  /** Which roles hold which grant; the order is the order of the answer. */
  grants: Record<string, readonly Role[]>
}

const everybody: readonly Role[] = ['administrator', 'editor', 'developer', 'contributor', 'viewer']
const publishers: readonly Role[] = ['administrator', 'editor', 'developer']
const administrators: readonly Role[] = ['administrator']

/** What there is to do with the project itself, and who may: the routes that manage it ask the same question. */
const resources: Record<string, PermissionResource> = {
  'sanity.project': { title: 'Project', grants: { read: everybody, update: administrators } },
  'sanity.project.cors': {
    title: 'Project CORS',
    grants: { read: administrators, create: administrators, delete: administrators },
  },
  'sanity.project.datasets': {
    title: 'Project datasets',
    grants: { read: everybody, create: administrators, update: administrators, delete: administrators },
  },
  'sanity.project.members': {
    title: 'Project members',
    grants: { read: everybody, update: administrators, delete: administrators },
  },
  'sanity.project.releases': {
    title: 'Content releases',
    grants: { read: everybody, create: publishers, update: publishers },
  },
  'sanity.project.roles': { title: 'Project roles', grants: { read: everybody } },
  'sanity.project.tokens': {
    title: 'Project tokens',
    grants: { read: administrators, create: administrators, delete: administrators },
  },
  'sanity.project.webhooks': {
    title: 'Project webhooks',
    grants: { read: administrators, create: administrators, update: administrators, delete: administrators },
  },
}

/** A role's grants by resource, as `/projects/<id>/grants` tells them. Resources without any are left out. */
export function projectGrants(role: Role) {
  const held = Object.entries(resources).map(([name, { grants }]) => {
    const names = Object.keys(grants).filter((grant) => grants[grant]?.includes(role))
    return [name, names] as const
  })
  return Object.fromEntries(
    held
      .filter(([, names]) => names.length > 0)
      .map(([name, names]) => [name, [{ grants: names.map((grant) => ({ name: grant, params: {} })) }]]),
  )
}

/** Whether a role holds a permission by its long name, `sanity.project.webhooks.read`. */
export function holdsPermission(role: Role, permission: string): boolean {
  const dot = permission.lastIndexOf('.')
  const grants = resources[permission.slice(0, dot)]?.grants
  return grants?.[permission.slice(dot + 1)]?.includes(role) ?? false
}

/** Long names of all permissions, or of those that a role holds. */
export function permissionNames(role?: Role): string[] {
  return Object.entries(resources)
    .flatMap(([name, { grants }]) => Object.keys(grants).map((grant) => `${name}.${grant}`))
    .filter((permission) => role === undefined || holdsPermission(role, permission))
}

/** The resources as `/projects/<id>/permissionResourceSchemas` lists them. */
export function describeResources() {
  return Object.entries(resources).map(([name, { title, grants }]) => ({
    id: name,
    name,
    title,
    permissions: Object.keys(grants).map((grant) => ({ name: grant, title: grant, params: [] })),
  }))
}
