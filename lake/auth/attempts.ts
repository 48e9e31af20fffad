/** How many failures are let through in how long, in milliseconds. */
export interface AttemptLimit {
  failures: number
  within: number
}

const mostNames = 10_000

/**
 * Counts failed log-ins by name (an address, an account) in fixed windows. An attempt is counted before
 * the password is looked at, so that many at once cannot slip through, and taken back on success.
 */
export function countAttempts({ failures, within }: AttemptLimit, now: () => number) {
  const windows = new Map<string, { count: number; endsAt: number }>()

  const current = (name: string) => {
    const known = windows.get(name)
    if (known && known.endsAt > now()) return known
    if (windows.size >= mostNames) forgetEnded()
    const fresh = { count: 0, endsAt: now() + within }
    windows.set(name, fresh)
    return fresh
  }

  const forgetEnded = () => {
    for (const [name, { endsAt }] of windows) if (endsAt <= now()) windows.delete(name)
    const [oldest] = windows.keys()
    if (oldest !== undefined && windows.size >= mostNames) windows.delete(oldest)
  }

  return {
    /** Counts one attempt; answers the milliseconds to wait when there have been too many, else 0. */
    begin: (name: string): number => {
      const window = current(name)
      if (window.count >= failures) return window.endsAt - now()
      window.count += 1
      return 0
    },
    succeed: (name: string): void => {
      windows.delete(name)
    },
  }
}
