export interface Visit {
  /** Until the last byte, in milliseconds. */
  ms: number
  /** What Next's page cache said: MISS when the page was made for this visit. */
  cache: string
  bytes: number
}

/** One visit of a page, as the server takes it: no browser, no pictures. */
export async function timeVisit(url: string): Promise<Visit> {
  const began = performance.now()
  const response = await fetch(url)
  const body = await response.arrayBuffer()
  const ms = performance.now() - began
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  return { ms, cache: response.headers.get('x-nextjs-cache') ?? '–', bytes: body.byteLength }
}

/** The middle of several values. */
export function median(values: number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
