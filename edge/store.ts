import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Answer, AskNext } from './askNext.ts'
import { compress } from './encoding.ts'
import type { FinishedAnswer } from './finishAnswer.ts'
import type { Headers } from './headers.ts'
import { isKeepable } from './policy.ts'

/** What is stored of an address: compressed once, for all who come. */
export interface Kept {
  headers: Headers
  br: Buffer
  gzip: Buffer
  /** Names the bytes before they are compressed. */
  hash: string
  /** By which Next knows what it answered. */
  etag: string
  /** When Next was asked whether this is still so; long ago where it said that it is not. */
  askedAt: number
  /** What Next said of its own cache: HIT, MISS, STALE. */
  cache: string
}

export type Found =
  | { kind: 'kept'; kept: Kept; how: 'unasked' | 'asked' | 'old' }
  /** Not stored, and for all who have asked for it together. */
  | { kind: 'whole'; answer: FinishedAnswer }
  | { kind: 'unfit' }
  /** Next cannot say, and nothing is stored. */
  | { kind: 'nothing' }

export interface StoreOptions {
  ask: AskNext
  /** Milliseconds that only go forward. */
  now: () => number
  mostBytes: number
  /** How long what is stored may be sent without a question. */
  freshMs: number
  /** How long readers wait for Next where something is stored. */
  patienceMs: number
  warn: (words: string) => void
}

export interface Store {
  /** @param forNow what was asked before this moment is not new enough */
  find(address: string, forNow: boolean): Promise<Found>
  /** Something may have changed just now: all is asked for again before it is sent. */
  doubt(): void
}

/** Next purges when it has answered that it does. */
const purgeMs = 100

type Outcome = Found | { kind: 'failed' }

interface Question {
  since: number
  outcome: Promise<Outcome>
  /** Shared by all who want to know what is so after this question. */
  next?: Promise<Outcome>
}

/**
 * Finished answers by their address. One question at a time goes to Next for each, so that an older answer never
 * comes after a newer one, and a thousand readers of a new page cost one.
 */
export function openStore({ ask, now, mostBytes, freshMs, patienceMs, warn }: StoreOptions): Store {
  const entries = new LRUCache<string, Kept>({ maxSize: mostBytes, sizeCalculation: bytesOf })
  const questions = new Map<string, Question>()
  let doubtedUntil = Number.NEGATIVE_INFINITY
  const isNew = (since: number) => since > doubtedUntil && now() - since <= freshMs

  function start(address: string): Promise<Outcome> {
    const since = now()
    const outcome = put(address, since).finally(() => questions.delete(address))
    questions.set(address, { since, outcome })
    return outcome
  }

  async function put(address: string, since: number): Promise<Outcome> {
    const before = entries.get(address)
    try {
      const answer = await ask(address, before?.etag)
      const outcome = await toOutcome(answer, since, before)
      if (outcome.kind === 'kept') entries.set(address, outcome.kept)
      else entries.delete(address)
      return outcome
    } catch (error) {
      warn(`Next did not answer for ${address}: ${error instanceof Error ? error.message : String(error)}`)
      return { kind: 'failed' }
    }
  }

  function question(address: string, forNow: boolean): Promise<Outcome> {
    const running = questions.get(address)
    if (!running) return start(address)
    if (!forNow && isNew(running.since)) return running.outcome
    running.next ??= running.outcome.then(() => questions.get(address)?.outcome ?? start(address))
    return running.next
  }

  return {
    find: async (address, forNow) => {
      const kept = entries.get(address)
      if (kept && !forNow && isNew(kept.askedAt)) return { kind: 'kept', kept, how: 'unasked' }
      const running = questions.get(address)
      const isOverdue = running !== undefined && now() - running.since > patienceMs
      const asked = question(address, forNow)
      const outcome = kept ? await within(asked, isOverdue ? 0 : patienceMs) : await asked
      if (outcome && outcome.kind !== 'failed') return outcome
      return kept ? { kind: 'kept', kept, how: 'old' } : { kind: 'nothing' }
    },
    doubt: () => {
      doubtedUntil = now() + purgeMs
    },
  }
}

async function toOutcome(answer: Answer, since: number, before: Kept | undefined): Promise<Outcome> {
  if (answer.kind === 'unfit') return answer
  // A page that Next is about to replace is asked for again by the next reader.
  const known = { askedAt: answer.cache === 'STALE' ? Number.NEGATIVE_INFINITY : since, cache: answer.cache }
  if (answer.kind === 'unchanged')
    return before ? { kind: 'kept', kept: { ...before, ...known }, how: 'asked' } : { kind: 'failed' }
  const { status, headers, body, etag } = answer
  if (!isKeepable(status, headers)) return { kind: 'whole', answer: { status, headers, body } }
  const [br, gzip] = await Promise.all([compress(body, 'br', 'often'), compress(body, 'gzip', 'often')])
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 27)
  return { kind: 'kept', kept: { headers, br, gzip, hash, etag, ...known }, how: 'asked' }
}

const bytesOf = ({ br, gzip, headers }: Kept) =>
  br.length + gzip.length + JSON.stringify(headers).length + 512

/** Undefined when it takes longer; what is awaited goes on. */
async function within<T>(awaited: Promise<T>, ms: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, ms, undefined)
  })
  return Promise.race([awaited, late]).finally(() => clearTimeout(timer))
}
