import type { Identity } from '../../context.ts'
import { UnauthorizedError } from '../../http/errors.ts'

export type KnownIdentity = Exclude<Identity, { kind: 'anonymous' }>

/** Somebody with an account or a token; what they may write is decided document by document. @throws UnauthorizedError 401 */
export function requireWriter(identity: Identity): KnownIdentity {
  if (identity.kind === 'anonymous') throw new UnauthorizedError()
  return identity
}
