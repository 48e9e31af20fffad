import { Agent, request } from 'node:http'
import { z } from 'zod'

export interface Answer {
  status: number
  text: string
}

/** A lake's HTTP API as its callers use it. What is cut off or refused by the network rejects. */
export interface LakeConnection {
  url: string
  post(path: string, body: object, options?: { isImpatient?: boolean }): Promise<Answer>
  get(path: string): Promise<Answer>
  mutate(mutations: object[], transactionId?: string): Promise<Answer>
  act(actions: object[], transactionId?: string): Promise<Answer>
  /** The result of a query. @throws Error when it was not answered with 200 */
  query(query: string, options?: { params?: object; perspective?: string }): Promise<unknown>
  /** The documents of the ids that are there. */
  documents(ids: readonly string[]): Promise<Record<string, unknown>[]>
  close(): void
}

const comeAgain = new Set([408, 429, 502, 503, 504, 507])
const patience = 120_000

/** No answer, or one that says to come again: from a busy machine, or from a lake that is stopping or down. */
export function isTransient(answer: Answer | undefined): boolean {
  return answer === undefined || comeAgain.has(answer.status)
}

/** Sends until there is an answer that is not for the moment only, as clients do. Each time it must be the same transaction. */
export async function insist(send: () => Promise<Answer>): Promise<Answer> {
  const began = Date.now()
  for (;;) {
    const answer = await send().catch(() => undefined)
    if (answer && !isTransient(answer)) return answer
    if (Date.now() - began > patience) throw new Error(`The lake answers nothing but ${answer?.status}.`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

const queryAnswer = z.object({ result: z.unknown() })
const documentsAnswer = z.object({ documents: z.array(z.record(z.string(), z.unknown())) })

export function connectTo(
  url: string,
  { token, dataset }: { token: string; dataset: string },
): LakeConnection {
  const agent = new Agent({ keepAlive: true, maxSockets: 1_000 })
  const send = (method: string, path: string, body?: string, isImpatient = false) =>
    new Promise<Answer>((resolve, reject) => {
      const headers = {
        authorization: `Bearer ${token}`,
        ...(body === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }),
      }
      let isHeard = false
      const asked = request(`${url}/v2025-02-19${path}`, { method, agent, headers }, (response) => {
        isHeard = true
        const pieces: Buffer[] = []
        response.on('data', (piece: Buffer) => pieces.push(piece))
        response.on('error', reject)
        response.once('close', () =>
          response.complete
            ? resolve({ status: response.statusCode ?? 0, text: Buffer.concat(pieces).toString() })
            : reject(new Error('The answer broke off.')),
        )
      })
      asked.on('error', (error) => {
        // The lake had ended a connection that lay idle: nothing of the request has reached it.
        if (!isImpatient && asked.reusedSocket && !isHeard && wasIdle(error))
          resolve(send(method, path, body))
        else reject(error)
      })
      // Whoever does not wait for the answer never learns what became of the request.
      if (isImpatient) asked.once('finish', () => setImmediate(() => asked.destroy()))
      asked.end(body)
    })
  const post: LakeConnection['post'] = (path, body, { isImpatient } = {}) =>
    send('POST', path, JSON.stringify(body), isImpatient)
  return {
    url,
    post,
    get: (path) => send('GET', path),
    mutate: (mutations, transactionId) => post(`/data/mutate/${dataset}`, { mutations, transactionId }),
    act: (actions, transactionId) => post(`/data/actions/${dataset}`, { actions, transactionId }),
    query: async (query, { params = {}, perspective = 'raw' } = {}) => {
      const answer = await post(`/data/query/${dataset}?perspective=${perspective}`, { query, params })
      if (answer.status !== 200) throw new Error(`The query was answered ${answer.status}: ${answer.text}`)
      return queryAnswer.parse(JSON.parse(answer.text)).result
    },
    documents: async (ids) => {
      const answer = await send('GET', `/data/doc/${dataset}/${ids.join(',')}`)
      if (answer.status !== 200)
        throw new Error(`The documents were answered ${answer.status}: ${answer.text}`)
      return documentsAnswer.parse(JSON.parse(answer.text)).documents
    },
    close: () => agent.destroy(),
  }
}

/** How a connection looks that the other side had ended already. */
function wasIdle(error: Error): boolean {
  return 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE')
}
