import type { LakeContext } from '../context.ts'
import { findUserByEmail, setPasswordHash, type User } from '../store/users.ts'
import { type AttemptLimit, countAttempts } from './attempts.ts'
import { hashPassword, isOutdated, isPassword } from './passwords.ts'

/** Per account few, so that a password cannot be guessed; per address more, because a newsroom may share one. */
const perAccount: AttemptLimit = { failures: 10, within: 15 * 60_000 }
const perAddress: AttemptLimit = { failures: 50, within: 15 * 60_000 }

export type LogIn = { user: User } | { wrong: true } | { waitFor: number }

/** Checks local accounts. The answer never tells whether the address or the password was wrong. */
export function openLogIn(context: LakeContext) {
  const accounts = countAttempts(perAccount, context.now)
  const addresses = countAttempts(perAddress, context.now)
  return async (email: string, password: string, address: string): Promise<LogIn> => {
    const account = email.trim().toLowerCase()
    const waitFor = Math.max(addresses.begin(address), accounts.begin(account))
    if (waitFor > 0) return { waitFor }
    const user = findUserByEmail(context.database, account)
    if (!(await isPassword(password, user?.passwordHash)) || !user) return { wrong: true }
    accounts.succeed(account)
    addresses.succeed(address)
    if (isOutdated(user.passwordHash)) {
      setPasswordHash(context.database, user.id, await hashPassword(password))
    }
    return { user }
  }
}
