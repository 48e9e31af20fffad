import { randomBytes } from 'node:crypto'

const lifetime = 60_000

/** What the Studio asked for at log-in: a token to keep, a cookie, or both. */
export type SessionKind = 'token' | 'cookie' | 'dual'

interface Handover {
  userId: string
  kind: SessionKind
  endsAt: number
}

/**
 * The one-time keys by which a log-in page hands the session over to the Studio (`#sid=…`): good once,
 * for a minute, in this process only.
 */
export function keepHandovers(now: () => number) {
  const waiting = new Map<string, Handover>()
  return {
    offer: (userId: string, kind: SessionKind): string => {
      for (const [sid, { endsAt }] of waiting) if (endsAt <= now()) waiting.delete(sid)
      const sid = randomBytes(24).toString('base64url')
      waiting.set(sid, { userId, kind, endsAt: now() + lifetime })
      return sid
    },
    take: (sid: string): Handover | undefined => {
      const handover = waiting.get(sid)
      waiting.delete(sid)
      return handover && handover.endsAt > now() ? handover : undefined
    },
  }
}
