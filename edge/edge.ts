import type { IncomingMessage, ServerResponse } from 'node:http'
import { Pool } from 'undici'
import { openQuestions } from './askNext.ts'
import { passFinished, passOn } from './passOn.ts'
import { isForNow, type Way, wayOf } from './policy.ts'
import { sendKept } from './sendKept.ts'
import { sendOutOfOrder } from './sendOutOfOrder.ts'
import { sendWhole } from './sendWhole.ts'
import { openStore } from './store.ts'

export interface EdgeOptions {
  /** Where Next listens: `http://127.0.0.1:3001`. */
  nextUrl: string
  /** The name of the site on this machine, by which the edge asks: `localhost:3000`. */
  host: string
  /** Milliseconds that only go forward. */
  now?: () => number
  mostBytes?: number
  freshMs?: number
  patienceMs?: number
  longestMs?: number
  warn?: (words: string) => void
}

export interface Edge {
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>
  close(): Promise<void>
}

const harmless = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Answers readers from the store and from Next. */
export function openEdge({
  nextUrl,
  host,
  now = () => performance.now(),
  mostBytes = 64 * 1024 * 1024,
  freshMs = 1000,
  patienceMs = 1500,
  longestMs = 15_000,
  warn: write = (words) => process.stderr.write(`${words}\n`),
}: EdgeOptions): Edge {
  const warn = sparingly(write, now)
  const questions = new Pool(nextUrl, { connections: 64 })
  // Readers may be slow, and shall not take the place of questions.
  const readers = new Pool(nextUrl, {
    connections: 256,
    headersTimeout: 2 * longestMs,
    bodyTimeout: 2 * longestMs,
  })
  const ask = openQuestions(questions, host, longestMs)
  const store = openStore({ ask, now, mostBytes, freshMs, patienceMs, warn })

  async function answerKept(
    address: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const found = await store.find(address, isForNow(request.headers))
    if (response.destroyed) return
    if (found.kind === 'kept') sendKept(found, request, response)
    else if (found.kind === 'whole') await sendWhole(found.answer, request, response)
    else if (found.kind === 'unfit') await passFinished(readers, request, response)
    else sendOutOfOrder(request, response)
  }

  function answerBy(
    way: Way,
    url: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    if (way === 'keep') return answerKept(url, request, response)
    return way === 'finish' ? passFinished(readers, request, response) : passOn(readers, request, response)
  }

  /** What asked for a change and was not refused has changed something: a purge of the portal's, after a publish. */
  function afterwards({ method = '' }: IncomingMessage, { statusCode }: ServerResponse): void {
    if (!harmless.has(method) && statusCode < 300) store.doubt()
  }

  return {
    answer: async (request, response) => {
      const { url = '' } = request
      try {
        if (!url.startsWith('/')) response.writeHead(400).end('This is no address.\n')
        else await answerBy(wayOf(request), url, request, response)
        afterwards(request, response)
      } catch (error) {
        // The reader has left, or has half of the answer: then its end must not look like one.
        if (response.destroyed || response.headersSent) response.destroy()
        else {
          warn(`Next did not answer for ${url}: ${error instanceof Error ? error.message : String(error)}`)
          sendOutOfOrder(request, response)
        }
      }
    },
    close: async () => {
      await Promise.all([questions.destroy(), readers.destroy()])
    },
  }
}

/** A line in a second: when Next is gone, it is so for every reader. */
function sparingly(write: (words: string) => void, now: () => number): (words: string) => void {
  let last = Number.NEGATIVE_INFINITY
  return (words) => {
    if (now() - last < 1000) return
    last = now()
    write(words)
  }
}
