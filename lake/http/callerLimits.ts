import type { MiddlewareHandler } from 'hono'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Identity, LakeContext, LakeRequest } from '../context.ts'
import { type LakeLimits, limitsOf } from '../limits.ts'
import { countAtOnce, whenOver } from './atOnce.ts'
import { callerOf } from './callers.ts'
import { TooManyRequestsError } from './errors.ts'

/** Averaged over so many seconds, so that an importer or a Studio that starts may be in a hurry for a moment. */
const window = 10

/** Served from the disk, a page of them at a time: browsers ask for many, and refusing one costs as much as answering it. */
const uncounted = /^\/(?:images|files|static|fonts|vendor|health|check\/cors)(?:\/|$)|^\/$/

/** What is counted besides requests as such. */
const kinds = [
  { name: 'query', method: /^(?:GET|HEAD|POST)$/, path: /^\/data\/query\// },
  { name: 'write', method: /^POST$/, path: /^\/data\/(?:mutate|actions)\// },
  { name: 'upload', method: /^POST$/, path: /^\/assets\// },
  { name: 'export', method: /^(?:GET|HEAD)$/, path: /^\/data\/export\// },
  { name: 'stream', method: /^GET$/, path: /^\/data\/(?:listen|live\/events)\// },
] as const
type Kind = (typeof kinds)[number]['name']

/**
 * Holds every caller to its share: so many requests in a while, so many queries, streams and transfers at once. Who
 * asks for more gets 429 with `retry-after`, and nobody else waits for them.
 */
export function callerLimits(context: LakeContext): MiddlewareHandler<LakeRequest> {
  const limits = limitsOf(context)
  const rates = openRates(limits)
  const underWay = countAtOnce()

  return async (c, next) => {
    if (uncounted.test(c.req.path)) return next()
    const identity = c.get('identity')
    const caller = callerOf(identity, c.req.raw)
    const kind = kindOf(c.req.method, c.req.path)
    await rates.count(identity, caller, kind)
    const most = placesOf(kind, identity, limits)
    if (most === undefined) return next()
    const leave = underWay.enter(`${groupOf(kind)} ${caller}`, most)
    if (!leave)
      throw new TooManyRequestsError(
        `You have ${most} ${inWords(kind)} under way; wait until one is done.`,
        1,
      )
    if (kind === 'query') {
      await next().finally(leave)
      return
    }
    try {
      await next()
    } catch (error) {
      leave()
      throw error
    }
    c.res = whenOver(c.res, leave)
  }
}

function openRates(limits: LakeLimits) {
  const open = (perSecond: number) => new RateLimiterMemory({ points: perSecond * window, duration: window })
  const guests = open(limits.guestRequests)
  const members = open(limits.memberRequests)
  const writes = open(limits.writes)
  const uploads = open(limits.uploads)
  return {
    count: async (identity: Identity, caller: string, kind: Kind | undefined): Promise<void> => {
      await take(identity.kind === 'anonymous' ? guests : members, caller)
      if (kind === 'write') await take(writes, caller)
      if (kind === 'upload') await take(uploads, caller)
    },
  }
}

async function take(rate: RateLimiterMemory, caller: string): Promise<void> {
  try {
    await rate.consume(caller)
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
    throw new TooManyRequestsError(
      `More than ${rate.points} requests in ${window} seconds; ask again in ${seconds}.`,
      seconds,
    )
  }
}

function kindOf(method: string, path: string): Kind | undefined {
  return kinds.find((kind) => kind.method.test(method) && kind.path.test(path))?.name
}

function placesOf(kind: Kind | undefined, identity: Identity, limits: LakeLimits): number | undefined {
  switch (kind) {
    case 'query':
      return identity.kind === 'anonymous' ? limits.guestQueriesAtOnce : limits.memberQueriesAtOnce
    case 'stream':
      return limits.streamsAtOnce
    case 'upload':
    case 'export':
      return limits.transfersAtOnce
    case 'write':
    case undefined:
      return undefined
  }
}

function groupOf(kind: Kind | undefined): string {
  return kind === 'upload' || kind === 'export' ? 'transfer' : (kind ?? '')
}

function inWords(kind: Kind | undefined): string {
  if (kind === 'query') return 'queries'
  return kind === 'stream' ? 'event streams' : 'uploads and exports'
}
