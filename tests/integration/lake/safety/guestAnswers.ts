import type { TestLake } from '../../../support/lake.ts'
import type { GuestRequest } from './guestRequests.ts'

/** An answer as it left the lake, but for what cannot be the same twice: the port, the clock and names drawn by chance. */
export async function answerOf(lake: TestLake, request: GuestRequest, token?: string): Promise<string> {
  const { method, path, headers = {}, body } = request
  const response = await fetch(`${lake.url}${path}`, {
    method,
    headers: { ...headers, ...(token && { authorization: `Bearer ${token}` }) },
    ...(body !== undefined && { body }),
  })
  const shown = [...response.headers]
    .filter(([name]) => name !== 'date' && !(name === 'content-length' && path.includes('/data/query/')))
    .map(([name, value]) => `${name}: ${value}`)
  return withoutChance(lake, [`${response.status}`, ...shown, '', await response.text()].join('\n'))
}

export function withoutChance(lake: TestLake, text: string): string {
  return text
    .replaceAll(new URL(lake.url).host, 'lake')
    .replace(/"ms":\d+/g, '"ms":0')
    .replace(/("listenerName\\?":\\?")[\w-]+/g, '$1')
}

/** Does `work` for all of `list`, a few at once, in the order of the list. */
export async function forEachOf<T>(list: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...list]
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next)
  }
  await Promise.all(Array.from({ length: 6 }, lane))
}
