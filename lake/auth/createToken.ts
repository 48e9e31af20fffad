import type { LakeContext, Role } from '../context.ts'
import { deleteToken, findTokenById, insertToken, replaceTokenHash, type Token } from '../store/tokens.ts'
import { hashToken, newToken } from './secrets.ts'

/** A token with its secret, which is answered once and never again: the lake keeps only its hash. */
export interface IssuedToken {
  secret: string
  token: Token
}

interface Wish {
  name: string
  role: Role
  /** ISO 8601; without one it is good until it is deleted. */
  expiresAt?: string | undefined
}

/** Makes a token for a programme. */
export function createToken(context: LakeContext, { name, role, expiresAt }: Wish): IssuedToken {
  const secret = newToken()
  const token: Token = {
    // The letter by which Sanity's clients tell programmes from people.
    id: `p-${context.newId()}`,
    name,
    role,
    tokenHash: hashToken(secret),
    createdAt: new Date(context.now()).toISOString(),
    expiresAt,
  }
  insertToken(context.database, token)
  return { secret, token }
}

/** Gives a token another secret; whoever has only the former one is shut out at once. */
export function rotateToken(context: LakeContext, id: string): IssuedToken | undefined {
  const former = findTokenById(context.database, id)
  if (!former) return undefined
  const secret = newToken()
  const token = { ...former, tokenHash: hashToken(secret) }
  replaceTokenHash(context.database, id, token.tokenHash)
  context.bus.emit('revoked', former.tokenHash)
  return { secret, token }
}

/** Ends a token and the streams that it opened. Answers whether there was one. */
export function revokeToken(context: LakeContext, id: string): boolean {
  const ended = deleteToken(context.database, id)
  if (ended) context.bus.emit('revoked', ended.tokenHash)
  return ended !== undefined
}
