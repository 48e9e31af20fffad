import type { Dispatcher } from 'undici'
import { type FinishedAnswer, finishAnswer } from './finishAnswer.ts'
import { type Given, textOf } from './headers.ts'
import { isText } from './policy.ts'
import { BadAnswer, readWhole } from './readWhole.ts'

/** The answer to a question of the edge's own, which carries nothing of any reader's: it is for whoever asks. */
export type Answer =
  | { kind: 'unchanged'; cache: string }
  | ({ kind: 'whole'; etag: string; cache: string } & FinishedAnswer)
  /** Neither a page nor a text: every reader asks for themselves. */
  | { kind: 'unfit' }

export type AskNext = (address: string, etag: string | undefined) => Promise<Answer>

/**
 * Asks Next for an address as anybody might, under the name that the site has on this machine.
 * The question throws when Next cannot be reached, fails, or does not answer whole.
 */
export const openQuestions =
  (next: Dispatcher, host: string, longestMs: number): AskNext =>
  async (address, etag) => {
    const { statusCode, headers, body } = await next.request({
      path: address,
      method: 'GET',
      headers: { host, ...(etag && { 'if-none-match': etag }) },
      signal: AbortSignal.timeout(longestMs),
    })
    const cache = textOf(headers['x-nextjs-cache'])
    if (statusCode === 304 || statusCode >= 500 || !isReadable(statusCode, headers)) {
      await body.dump()
      if (statusCode >= 500) throw new BadAnswer(`${address} was answered with ${statusCode}`)
      return statusCode === 304 ? { kind: 'unchanged', cache } : { kind: 'unfit' }
    }
    const bytes = await readWhole(body)
    const finished = await finishAnswer({ status: statusCode, headers, body: bytes })
    return { ...finished, kind: 'whole', etag: textOf(headers.etag), cache }
  }

const isReadable = (status: number, headers: Given) =>
  headers['set-cookie'] === undefined &&
  headers['content-encoding'] === undefined &&
  ((status >= 300 && status < 400) || isText(headers))
