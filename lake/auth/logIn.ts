import type { LakeContext } from '../context.ts'
import { findUserByEmail, setPasswordHash, type User } from '../store/users.ts'
import { type AttemptLimit, countAttempts } from './attempts.ts'
import { hashPassword, isOutdated, isPassword } from './passwords.ts'

/** Per account few, so that a password cannot be guessed; per address more, because a newsroom may share one. */
const usualLimits = {
  perAccount: { failures: 10, within: 15 * 60_000 },
  perAddress: { failures: 50, within: 15 * 60_000 },
} satisfies Record<string, AttemptLimit>

/**
 * Each check takes a core and 32 MiB for a tenth of a second, in the threads that also read files: so many at
 * once, so many waiting, and whoever comes on top of that is asked to come again.
 */
const checksAtOnce = 2
const checksWaiting = 20
const busyFor = 1_000

export type LogIn = { user: User } | { wrong: true } | { waitFor: number }

/** Checks local accounts. The answer never tells whether the address or the password was wrong. */
export function openLogIn(context: LakeContext, { perAccount, perAddress } = usualLimits) {
  const accounts = countAttempts(perAccount, context.now)
  const addresses = countAttempts(perAddress, context.now)
  const turns = openTurns()

  const check = async (account: string, password: string): Promise<User | undefined> => {
    const user = findUserByEmail(context.database, account)
    if (!(await isPassword(password, user?.passwordHash)) || !user) return undefined
    if (isOutdated(user.passwordHash)) {
      setPasswordHash(context.database, user.id, await hashPassword(password))
    }
    return user
  }

  return async (email: string, password: string, address: string): Promise<LogIn> => {
    if (turns.areTaken()) return { waitFor: busyFor }
    const account = email.trim().toLowerCase()
    const waitFor = Math.max(addresses.begin(address), accounts.begin(account))
    if (waitFor > 0) return { waitFor }
    const user = await turns.inTurn(() => check(account, password))
    if (!user) return { wrong: true }
    accounts.succeed(account)
    addresses.succeed(address)
    return { user }
  }
}

function openTurns() {
  const waiting: (() => void)[] = []
  let running = 0
  return {
    areTaken: (): boolean => waiting.length >= checksWaiting,
    inTurn: async <T>(work: () => Promise<T>): Promise<T> => {
      if (running >= checksAtOnce) await new Promise<void>((resolve) => waiting.push(resolve))
      else running += 1
      try {
        return await work()
      } finally {
        // Whoever waits takes the place as it is.
        const next = waiting.shift()
        if (next) next()
        else running -= 1
      }
    },
  }
}
