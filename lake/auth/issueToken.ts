import type { LakeContext, Role } from '../context.ts'
import { createToken } from './createToken.ts'

/** Makes a token for a programme that lasts until it is deleted, and answers its secret alone. */
export function issueToken(context: LakeContext, wish: { name: string; role: Role }): string {
  return createToken(context, wish).secret
}
