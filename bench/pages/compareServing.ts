import { Pool } from 'undici'
import { median } from '../timeVisit.ts'

const readersAtOnce = 20
const rounds = 5
const roundMs = 2000

interface Round {
  answers: number
  /** In the middle, milliseconds. */
  wait: number
}

/**
 * A page that is kept, sent to readers that take it compressed: by the edge and by Next alone, in turns. The readers
 * are on the same machine and take their part of it, so that the ratio is less than a server of its own would give.
 */
export async function compareServing(
  { siteUrl, nextUrl }: { siteUrl: string; nextUrl: string },
  path: string,
): Promise<void> {
  const taken: Record<'edge' | 'Next alone', Round[]> = { edge: [], 'Next alone': [] }
  for (let round = 0; round <= rounds; round += 1) {
    const [edge, next] = [await readFor(roundMs, siteUrl, path), await readFor(roundMs, nextUrl, path)]
    // The first is for both to become warm.
    if (round === 0) continue
    taken.edge.push(edge)
    taken['Next alone'].push(next)
  }
  console.log(`\n${path}, ${readersAtOnce} readers at once, ${rounds} rounds in turns`)
  console.table(
    Object.entries(taken).map(([by, results]) => ({
      by,
      'pages a second': Math.round(median(results.map(({ answers }) => (1000 * answers) / roundMs))),
      'wait, ms': Number(median(results.map(({ wait }) => wait)).toFixed(2)),
    })),
  )
}

async function readFor(ms: number, origin: string, path: string): Promise<Round> {
  const pool = new Pool(origin, { connections: readersAtOnce })
  const waits: number[] = []
  const end = performance.now() + ms
  const read = async () => {
    while (performance.now() < end) {
      const began = performance.now()
      const { statusCode, body } = await pool.request({
        path,
        method: 'GET',
        headers: { 'accept-encoding': 'gzip, deflate, br' },
      })
      await body.dump({ limit: 10_000_000 })
      if (statusCode !== 200) throw new Error(`${origin}${path} answered ${statusCode}`)
      waits.push(performance.now() - began)
    }
  }
  await Promise.all(Array.from({ length: readersAtOnce }, read))
  await pool.close()
  return { answers: waits.length, wait: median(waits) }
}
