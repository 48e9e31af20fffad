import type { Identity } from '../../context.ts'
import { UnauthorizedError } from '../../http/errors.ts'

/** History shows drafts and what was taken back, so it is for accounts and tokens only. @throws UnauthorizedError 401 */
export function requireReader(identity: Identity): void {
  if (identity.kind === 'anonymous') throw new UnauthorizedError()
}
