import type { HonoRequest } from 'hono'

/** The id that a reader of events comes back with: a header, or, of readers that cannot send one, a parameter. */
export function lastEventIdOf(request: HonoRequest): string | undefined {
  return request.header('last-event-id') || request.query('lastEventId') || undefined
}
