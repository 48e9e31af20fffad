import type { LakeContext, Role } from '../context.ts'
import { deleteSessionsOf } from '../store/sessions.ts'
import { findUserByEmail, insertUser, setPasswordHash, type User } from '../store/users.ts'
import { hashPassword } from './passwords.ts'
import { newPassword } from './secrets.ts'

/** An account that cannot be made or changed as asked, in a sentence for whoever asked. */
export class AccountError extends Error {
  override readonly name = 'AccountError'
}

const leastCharacters = 12

/**
 * Makes a local account, with a random password unless one is given; answers the password.
 *
 * @throws AccountError when the address has an account, or the password is too short
 */
export async function createAccount(
  context: LakeContext,
  {
    email,
    name,
    role,
    password = newPassword(),
  }: { email: string; name: string; role: Role; password?: string },
): Promise<{ id: string; password: string }> {
  requireLength(password)
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new AccountError(`"${email}" is not an e-mail address.`)
  if (findUserByEmail(context.database, email)) throw new AccountError(`${email} has an account already.`)
  const id = `p${context.newId()}`
  const createdAt = new Date(context.now()).toISOString()
  insertUser(context.database, {
    id,
    email,
    name,
    role,
    passwordHash: await hashPassword(password),
    createdAt,
  })
  return { id, password }
}

/** Sets a password, random unless given, and ends all sessions of the account. @throws AccountError */
export async function changePassword(
  context: LakeContext,
  email: string,
  password = newPassword(),
): Promise<string> {
  requireLength(password)
  const { id } = requireAccount(context, email)
  setPasswordHash(context.database, id, await hashPassword(password))
  for (const tokenHash of deleteSessionsOf(context.database, id)) context.bus.emit('revoked', tokenHash)
  return password
}

/** @throws AccountError when nobody has the address */
export function requireAccount(context: LakeContext, email: string): User {
  const user = findUserByEmail(context.database, email)
  if (!user) throw new AccountError(`Nobody has an account with the address ${email}.`)
  return user
}

function requireLength(password: string): void {
  if (password.length < leastCharacters) {
    throw new AccountError(`A password needs at least ${leastCharacters} characters.`)
  }
}
