import type { Identity } from '../context.ts'
import { ForbiddenError, UnauthorizedError } from '../http/errors.ts'

export type KnownIdentity = Exclude<Identity, { kind: 'anonymous' }>

/** @throws UnauthorizedError for a guest. */
export function requireIdentity(identity: Identity): KnownIdentity {
  if (identity.kind === 'anonymous') throw new UnauthorizedError()
  return identity
}

/** @throws UnauthorizedError for a guest, ForbiddenError for everybody but administrators. */
export function requireAdministrator(identity: Identity, what: string): KnownIdentity {
  const known = requireIdentity(identity)
  if (known.role !== 'administrator') throw new ForbiddenError(`Only an administrator may ${what}.`)
  return known
}

/** @throws UnauthorizedError for a guest, ForbiddenError for a viewer. */
export function requireWriter(identity: Identity, what: string): KnownIdentity {
  const known = requireIdentity(identity)
  if (known.role === 'viewer') throw new ForbiddenError(`A viewer may not ${what}.`)
  return known
}
