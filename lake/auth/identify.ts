import type { Identity, LakeContext } from '../context.ts'
import { findSession } from '../store/sessions.ts'
import { findToken } from '../store/tokens.ts'
import type { KnownIdentity } from './require.ts'
import { hashToken } from './secrets.ts'

export const anonymous: Identity = { kind: 'anonymous', id: 'anonymous' }

const usedHashes = new WeakMap<LakeContext, Set<string>>()

/**
 * Who holds a token: a person's session or a programme's token. Read from the database each time, so
 * that a token deleted on the command line stops working in the running lake at once.
 */
export function identifyToken(context: LakeContext, token: string): Identity | undefined {
  const identity = identifyHash(context, hashToken(token))
  if (identity) hashesInUse(context).add(identity.tokenHash)
  return identity
}

/** The hashes of all tokens that this process has let in; whoever finds one ended removes it. */
export function hashesInUse(context: LakeContext): Set<string> {
  const known = usedHashes.get(context) ?? new Set()
  usedHashes.set(context, known)
  return known
}

export function identifyHash(context: LakeContext, tokenHash: string): KnownIdentity | undefined {
  const now = new Date(context.now()).toISOString()
  const session = findSession(context.database, tokenHash, now)
  if (session) {
    const { id, name, email, role } = session
    return { kind: 'user', id, name, email, role, tokenHash }
  }
  const known = findToken(context.database, tokenHash)
  if (!known || (known.expiresAt !== undefined && known.expiresAt <= now)) return undefined
  return { kind: 'token', id: known.id, name: known.name, role: known.role, tokenHash }
}

/** The token of an `Authorization: Bearer …` header. */
export function bearerToken(header: string | undefined): string | undefined {
  return /^Bearer\s+(\S+)$/i.exec(header ?? '')?.[1]
}
