import { parentPort, workerData } from 'node:worker_threads'
import type { QueryDocument } from '../../lake/groq/run/documentSource.ts'
import { openReadOnly } from '../../lake/store/database.ts'
import { DocumentReader } from '../../lake/store/documentReader.ts'
import type { BenchQuery } from './benchQueries.ts'
import { scanDocumentsFor } from './scanDocumentsFor.ts'
import { scanInParts } from './scanInParts.ts'
import type { Scanned, ScanSetup } from './scans.ts'
import { timeQuery } from './timeQuery.ts'

/** Such a scan takes seconds, in which it gets warm: two runs tell enough. */
const times = { warming: 0, patience: 0 }

/** Times queries by scans that keep no dataset in memory, one for each message. */
function work(port: NonNullable<typeof parentPort>, { dataDir, dataset }: ScanSetup): void {
  const database = openReadOnly(dataDir)
  const read = function* (isArticle: boolean): Generator<QueryDocument> {
    const scope = { dataset, perspective: [], reach: 'public' } as const
    const types = isArticle ? ['article'] : ['author', 'category', 'country', 'topic']
    yield* new DocumentReader(database, scope, { publicUrl: '' }).read({
      conditions: [{ by: 'type', types }],
    })
  }
  const shelf = [...read(false)]
  port.on('message', async (query: BenchQuery) => {
    const run = async () => {
      const scan = scanDocumentsFor(query, dataset)
      JSON.stringify(scanInParts(query, { articles: read(true), shelf }, scan))
    }
    const said: Scanned = { said: 'timed', times: await timeQuery(run, times) }
    port.postMessage(said)
  })
}

if (parentPort) work(parentPort, workerData)
