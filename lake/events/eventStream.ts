import { begunId, isWhole } from './logPlaces.ts'

const encoder = new TextEncoder()
/** Between comments that keep proxies and clients from giving a silent stream up, in milliseconds. */
const keepAliveInterval = 15_000
/** How long a reader may leave what it was sent untouched before it is let go, in milliseconds. */
const readerPatience = 60_000
/** Bytes that may wait for a reader before the next event waits, too. */
const highWaterMark = 64 * 1024
/** When a reader that lost its connection should ask again, in milliseconds: a lake restarts within two seconds. */
const comeBackAfter = 1_000

export interface ServerSentEvent {
  /** From where a reader can go on once it has the event; none for one that is not part of the log. */
  id?: string
  event: string
  data: unknown
}

/** An open stream of server-sent events. */
export interface EventStream {
  send(event: ServerSentEvent): void
  /** Lets the reader know how far the stream is without telling it anything. */
  mark(id: string): void
  /** Settles once the reader has made room, or the stream has ended. Whoever sends much waits for it. */
  room(): Promise<void>
  /** Ends the stream from this side. */
  end(): void
}

/** What feeds a stream. */
export interface StreamSource {
  stop(): void
  /** How far the stream is: said with the next sign of life, so that a reader that hears little stays up to date. */
  place?(): string
}

interface StreamOptions {
  /** Ends with the request. */
  signal: AbortSignal
  /** Begins what feeds the stream. */
  start: (stream: EventStream) => StreamSource
  /** Streams that are open, for the lake to end when it stops. */
  open: Set<EventStream>
  /** The id that the reader came back with. */
  lastEventId?: string | undefined
  /** The lake's clock. */
  schedule?: ((milliseconds: number, work: () => void) => () => void) | undefined
}

/**
 * A response that stays open and carries events in the EventSource format. A reader that is slower than what
 * is sent holds its sender up (`room`), and one that takes nothing for a minute is let go and comes back by itself.
 */
export function answerEventStream({
  signal,
  start,
  open,
  lastEventId = '',
  schedule = afterMilliseconds,
}: StreamOptions): Response {
  let finish = () => {}
  let makeRoom = () => {}
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let ended = false
        let source: StreamSource = { stop: () => {} }
        let marked = ''
        let waiting: PromiseWithResolvers<void> | undefined
        let giveUp = () => {}
        const hasRoom = () => ended || (controller.desiredSize ?? 0) > 0
        const write = (text: string) => {
          if (!ended) controller.enqueue(encoder.encode(text))
        }
        makeRoom = () => {
          if (!waiting || !hasRoom()) return
          giveUp()
          waiting.resolve()
          waiting = undefined
        }
        const stream: EventStream = {
          send: (event) => write(format(event)),
          mark: (id) => {
            marked = id
            write(`id: ${id}\n\n`)
          },
          room: () => {
            if (hasRoom()) return Promise.resolve()
            if (!waiting) {
              waiting = Promise.withResolvers()
              giveUp = schedule(readerPatience, stream.end)
            }
            return waiting.promise
          },
          end: () => {
            if (ended) return
            finish()
            controller.close()
          },
        }
        finish = () => {
          if (ended) return
          ended = true
          clearInterval(keepAlive)
          signal.removeEventListener('abort', stream.end)
          open.delete(stream)
          source.stop()
          makeRoom()
        }
        const keepAlive = setInterval(() => {
          if (!hasRoom()) return
          const place = source.place?.()
          if (place === undefined || place === marked) write(':\n\n')
          else stream.mark(place)
        }, keepAliveInterval)
        keepAlive.unref()
        open.add(stream)
        signal.addEventListener('abort', stream.end)
        write(opening(lastEventId))
        source = start(stream)
        if (ended) source.stop()
      },
      pull: () => makeRoom(),
      cancel: () => finish(),
    },
    new ByteLengthQueuingStrategy({ highWaterMark }),
  )
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    },
  })
}

/**
 * `eventsource` 2, which `@sanity/client` 7 follows streams with, keeps the beginning of an event that was cut
 * off and puts the next connection's bytes behind it. An empty line ends that event; when its id says that it
 * is going to be told again, it gets a name first that nobody listens to.
 */
function opening(lastEventId: string): string {
  return `${isWhole(lastEventId) ? '' : 'event: brokenOff\n'}\nretry: ${comeBackAfter}\n\n`
}

function format({ id, event, data }: ServerSentEvent): string {
  const text = `event: ${event}\ndata: ${JSON.stringify(data)}\n`
  return id === undefined ? `${text}\n` : `id: ${begunId(id)}\n\n${text}id: ${id}\n\n`
}

function afterMilliseconds(milliseconds: number, work: () => void): () => void {
  const timer = setTimeout(work, milliseconds)
  timer.unref()
  return () => clearTimeout(timer)
}
