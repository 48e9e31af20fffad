import { evaluate, parse } from 'groq-js'
import type { LakeConnection } from './lakeConnection.ts'

/** Queries that the lake answers from its indexes: one for each kind of index. */
const indexed: readonly { query: string; perspective: string }[] = [
  '*[_type == "article"]._id',
  'count(*[_type == "record"])',
  '*[_type == "article" && slug.current in $slugs]._id',
  '*[_type == "article" && publishedAt >= "2026-05" && publishedAt < "2026-07"]._id',
  '*[_type == "article"] | order(publishedAt desc, _id)[0...20]{_id, publishedAt, "to": related[]->_id}',
  '*[references($targets)]._id',
  '*[_type == "record" && of._ref in $targets]._id',
  '*[_type == "article" && headline match "treat*"]._id',
  '*[_type == "article" && [headline] match ["summit", "harbour"]]._id',
].flatMap((query) => ['raw', 'published'].map((perspective) => ({ query, perspective })))

/** A scan compares each of these with each reference of each document. */
const mostTargets = 300

/**
 * Asks what is answered from indexes and reads all documents besides; in words, where the two do not agree.
 * Answers without an order are compared as sets.
 */
export async function findIndexFaults(lake: LakeConnection): Promise<string[]> {
  const stored = parseLines((await lake.get('/data/export/production')).text)
  const ids = stored.map(({ _id }) => String(_id)).sort()
  const every = Math.max(7, Math.ceil(ids.length / mostTargets))
  const some = ids.filter((_, index) => index % every === 0)
  const params = { targets: some, slugs: some.map((id) => `story-${id.replaceAll('.', '-')}`) }
  const faults: string[] = []
  for (const { query, perspective } of indexed) {
    const dataset = perspective === 'raw' ? stored : stored.filter(({ _id }) => !String(_id).includes('.'))
    const scanned: unknown = await (await evaluate(parse(query, { params }), { dataset, params })).get()
    const answered = await lake.query(query, { params, perspective })
    if (comparable(query, scanned) !== comparable(query, answered)) faults.push(`${query} (${perspective})`)
  }
  return faults
}

function comparable(query: string, result: unknown): string {
  return JSON.stringify(Array.isArray(result) && !query.includes('order(') ? [...result].sort() : result)
}

function parseLines(text: string): Record<string, unknown>[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Record<string, unknown> => JSON.parse(line))
}
