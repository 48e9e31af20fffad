import { applyPatch } from 'mendoza'
import { z } from 'zod'
import type { HeardEvent } from './followListen.ts'
import type { LakeConnection } from './lakeConnection.ts'

const mutation = z.object({
  documentId: z.string(),
  transactionId: z.string(),
  transition: z.enum(['appear', 'update', 'disappear']),
  previousRev: z.string().optional(),
  resultRev: z.string(),
  effects: z.object({ apply: z.array(z.unknown()), revert: z.array(z.unknown()) }),
})
type Mutation = z.infer<typeof mutation>

const stored = z.array(z.looseObject({ _id: z.string(), _rev: z.string() }))

interface Known {
  /** Undefined for a document that is not there. */
  revision: string | undefined
  /** Without its revision, as effects have it. */
  content: unknown
  /** Whether an event has followed what was read: from then on each must follow the one before. */
  isChained: boolean
}

/**
 * A copy of a dataset that is kept by listening alone: read once when the listener says `welcome` or `reset`,
 * then changed by the effects of each event. Events may be older than what was read, until one of them leads
 * up to it; after that, one that does not follow the last one of its document is a gap.
 */
export class Replica {
  /** What was heard since it was read last: `transaction#document`, in order. */
  heard: string[] = []
  readonly faults: string[] = []
  reads = 0
  readonly #known = new Map<string, Known>()
  readonly #lake: () => LakeConnection
  readonly #query: string
  #waiting: Mutation[] | undefined = []
  #reading = 0
  #isClosed = false

  constructor(lake: () => LakeConnection, query: string) {
    this.#lake = lake
    this.#query = query
  }

  /** Reads no more. */
  close(): void {
    this.#isClosed = true
  }

  /** Whether the document is there, and nothing is being read just now. */
  has(id: string): boolean {
    return this.#waiting === undefined && this.#known.get(id)?.revision !== undefined
  }

  get documents(): object[] {
    return [...this.#known.values()]
      .filter(({ revision }) => revision !== undefined)
      .map(({ revision, content }) => ({ ...Object(content), _rev: revision }))
  }

  readonly hear = ({ event, data }: HeardEvent): void => {
    if (event === 'welcome' || event === 'reset') void this.#read()
    if (event === 'channelError') this.faults.push(`channelError: ${JSON.stringify(data)}`)
    if (event !== 'mutation') return
    const told = mutation.parse(data)
    this.heard.push(`${told.transactionId}#${told.documentId}`)
    if (this.#waiting) this.#waiting.push(told)
    else this.#take(told)
  }

  async #read(): Promise<void> {
    this.#waiting = []
    this.heard = []
    this.#reading += 1
    const reading = this.#reading
    const documents = await this.#fetch()
    // Another `reset` has come meanwhile, and is reading anew.
    if (reading !== this.#reading) return
    this.reads += 1
    this.#known.clear()
    for (const { _rev, ...content } of documents) {
      this.#known.set(content._id, { revision: _rev, content, isChained: false })
    }
    const waiting = this.#waiting
    this.#waiting = undefined
    for (const told of waiting) this.#take(told)
  }

  /** The lake may be down just now. */
  async #fetch(): Promise<z.infer<typeof stored>> {
    while (!this.#isClosed) {
      const documents = await this.#lake()
        .query(this.#query)
        .catch(() => undefined)
      if (documents !== undefined) return stored.parse(documents)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    return []
  }

  #take(told: Mutation): void {
    const { documentId, transactionId, transition, previousRev, effects } = told
    const absent: Known = { revision: undefined, content: null, isChained: false }
    const known = this.#known.get(documentId) ?? absent
    const resultRev = transition === 'disappear' ? undefined : told.resultRev
    if (previousRev === known.revision) {
      const content = resultRev && this.#apply(known.content, effects.apply, told)
      this.#known.set(documentId, { revision: resultRev, content: content ?? null, isChained: true })
    } else if (known.isChained) {
      this.faults.push(`${documentId}: ${transactionId} follows ${previousRev}, known is ${known.revision}`)
    } else if (resultRev === known.revision) {
      this.#known.set(documentId, { ...known, isChained: true })
    }
  }

  #apply(content: unknown, effects: unknown[], { documentId, transactionId }: Mutation): unknown {
    try {
      return applyPatch(content, effects)
    } catch (error) {
      this.faults.push(`${documentId}: the effects of ${transactionId} cannot be applied: ${error}`)
      return content
    }
  }
}
