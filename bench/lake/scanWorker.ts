import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '../../lake/store/database.ts'
import { DocumentReader } from '../../lake/store/documentReader.ts'
import type { BenchQuery } from './benchQueries.ts'
import { scanDocumentsFor } from './scanDocumentsFor.ts'
import type { Scanned, ScanSetup } from './scans.ts'
import { timeQuery } from './timeQuery.ts'

/** Keeps all documents in memory, parsed, and times queries over them, one for each message. */
async function work(port: NonNullable<typeof parentPort>, { dataDir, dataset }: ScanSetup): Promise<void> {
  const began = performance.now()
  const documents = readAll(dataDir, dataset)
  const reading = performance.now() - began
  const say = (said: Scanned) => port.postMessage(said)
  say({ said: 'read', count: documents.length, reading, given: given(documents) })
  port.on('message', async (query: BenchQuery) => {
    const run = async () => {
      JSON.stringify(scanDocumentsFor(query, dataset)(query.query, documents))
    }
    say({ said: 'timed', times: await timeQuery(run) })
  })
}

function readAll(dataDir: string, dataset: string) {
  const database = openDatabase(dataDir)
  try {
    const scope = { dataset, perspective: [], reach: 'public' } as const
    return [...new DocumentReader(database, scope, { publicUrl: '' }).read({ conditions: [] })]
  } finally {
    database.close()
  }
}

/** What is asked for: an article in the middle, a rare word of its headline, and the most usual one. */
function given(documents: Documents) {
  const [article] = documents.filter(({ _type }) => _type === 'article').slice(500)
  const counts = new Map<string, number>()
  const headlines = documents.flatMap(({ headline }) => (typeof headline === 'string' ? [headline] : []))
  for (const headline of headlines) {
    for (const word of new Set(headline.toLowerCase().split(' ')))
      counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const byCount = [...counts].sort(([, one], [, other]) => one - other)
  const rare = byCount.find(([word, count]) => count >= 20 && word.length > 4) ?? byCount.at(-1)
  const slug = JSON.stringify(article?.slug).match(/"current":"([^"]+)"/)?.[1] ?? ''
  return { slug, words: rare?.[0] ?? '', common: byCount.at(-1)?.[0] ?? '' }
}

type Documents = ReturnType<typeof readAll>

if (parentPort) await work(parentPort, workerData)
