import { waitFor } from './waitFor.ts'

/** One server-sent event as it came over the wire. */
export interface WireEvent {
  id: string | undefined
  event: string
  data: unknown
}

export interface OpenStream {
  status: number
  contentType: string | null
  events: WireEvent[]
  /** Waits until so many events of a name are there, and answers all of them. */
  until(event: string, count?: number): Promise<WireEvent[]>
  /** Hangs up, as a network does. */
  end(): void
}

/** Reads an answer of `text/event-stream` for as long as the test wants. */
export async function readStream(open: (signal: AbortSignal) => Promise<Response>): Promise<OpenStream> {
  const controller = new AbortController()
  const response = await open(controller.signal)
  const events: WireEvent[] = []
  const told = (name: string) => events.filter(({ event }) => event === name)
  const reading = readAll(response, events)
  // What ends a stream shows in the events that are missing then.
  reading.catch(() => {})
  return {
    status: response.status,
    contentType: response.headers.get('content-type'),
    events,
    until: (name, count = 1) =>
      waitFor(async () => {
        if (told(name).length < count)
          throw new Error(`${name} came ${told(name).length} times, not ${count}`)
        return told(name)
      }),
    end: () => controller.abort(),
  }
}

async function readAll(response: Response, events: WireEvent[]): Promise<void> {
  if (!response.body) return
  let rest = ''
  for await (const piece of response.body.pipeThrough(new TextDecoderStream())) {
    const blocks = (rest + piece).split(/\r?\n\r?\n/)
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const event = parseEvent(block)
      if (event) events.push(event)
    }
  }
}

function parseEvent(block: string): WireEvent | undefined {
  const lines = block.split(/\r?\n/)
  const field = (name: string) =>
    lines
      .filter((line) => line.startsWith(`${name}:`))
      .map((line) => line.slice(name.length + 1).replace(/^ /, ''))
  const [event] = field('event')
  const data = field('data').join('\n')
  if (event === undefined && data === '') return undefined
  return { id: field('id')[0], event: event ?? 'message', data: data === '' ? undefined : JSON.parse(data) }
}
