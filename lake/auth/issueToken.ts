import type { LakeContext, Role } from '../context.ts'
import { insertToken } from '../store/tokens.ts'
import { hashToken, newToken } from './secrets.ts'

/** Makes a token for a programme. It is answered here and never again: the lake keeps only its hash. */
export function issueToken(context: LakeContext, { name, role }: { name: string; role: Role }): string {
  const token = newToken()
  insertToken(context.database, {
    id: context.newId(),
    name,
    role,
    tokenHash: hashToken(token),
    createdAt: new Date(context.now()).toISOString(),
  })
  return token
}
