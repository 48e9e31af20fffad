const encoder = new TextEncoder()
/** Between comments that keep proxies and clients from giving a silent stream up, in milliseconds. */
const keepAliveInterval = 15_000
/** Bytes that may wait for a reader; one that is further behind is let go and comes back by itself. */
const longestBacklog = 16 * 1024 * 1024

export interface ServerSentEvent {
  id?: string
  event: string
  data: unknown
}

/** An open stream of server-sent events. */
export interface EventStream {
  send(event: ServerSentEvent): void
  /** Ends the stream from this side. */
  end(): void
}

interface StreamOptions {
  /** Ends with the request. */
  signal: AbortSignal
  /** Begins what feeds the stream; answers how to stop it. */
  start: (stream: EventStream) => () => void
  /** Streams that are open, for the lake to end when it stops. */
  open: Set<EventStream>
}

/** A response that stays open and carries events in the EventSource format. */
export function answerEventStream({ signal, start, open }: StreamOptions): Response {
  let finish = () => {}
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const write = (text: string) => {
          if (ended) return
          controller.enqueue(encoder.encode(text))
          if ((controller.desiredSize ?? 0) < -longestBacklog) stream.end()
        }
        let ended = false
        let stop = () => {}
        finish = () => {
          if (ended) return
          ended = true
          clearInterval(keepAlive)
          signal.removeEventListener('abort', stream.end)
          open.delete(stream)
          stop()
        }
        const stream: EventStream = {
          send: (event) => write(format(event)),
          end: () => {
            if (ended) return
            finish()
            controller.close()
          },
        }
        const keepAlive = setInterval(() => write(':\n\n'), keepAliveInterval)
        keepAlive.unref()
        open.add(stream)
        signal.addEventListener('abort', stream.end)
        stop = start(stream)
        if (ended) stop()
      },
      cancel: () => finish(),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: 64 * 1024 }),
  )
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    },
  })
}

function format({ id, event, data }: ServerSentEvent): string {
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
}
