const bodiless = new Set([204, 205, 304])

/** What the lake says of one stream, in the order in which it says it. */
export interface StreamMessage {
  head?: { status: number; headers: Record<string, string> } | undefined
  data?: string | undefined
  end?: unknown
}

export interface EventStream {
  response: Promise<Response>
  receive(message: StreamMessage): void
  /** Ends the stream for its reader as a broken connection or an abort does. */
  fail(reason: unknown): void
}

/** A `fetch` response whose head and body arrive as messages; `onCancel` when its reader has had enough. */
export function createEventStream(url: string, onCancel: () => void): EventStream {
  const encoder = new TextEncoder()
  const { promise, resolve, reject } = Promise.withResolvers<Response>()
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  let over = false
  const body = new ReadableStream<Uint8Array>({
    start: (started) => {
      controller = started
    },
    cancel: () => {
      over = true
      onCancel()
    },
  })
  return {
    response: promise,
    receive({ head, data, end }) {
      if (over) return
      if (head) resolve(toResponse(url, head, body))
      if (data !== undefined) controller?.enqueue(encoder.encode(data))
      if (end !== undefined) {
        over = true
        controller?.close()
        reject(new TypeError(`The stream ended before it began: ${url}`))
      }
    },
    fail(reason) {
      if (over) return
      over = true
      reject(reason)
      controller?.error(reason)
    },
  }
}

function toResponse(
  url: string,
  { status, headers }: { status: number; headers: Record<string, string> },
  body: ReadableStream<Uint8Array>,
): Response {
  const response = new Response(bodiless.has(status) ? null : body, { status, headers })
  // A response that is made by hand has an empty address, which the client takes for "no response".
  Object.defineProperty(response, 'url', { value: url })
  return response
}
