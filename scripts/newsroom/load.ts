import { join } from 'node:path'
import { explainFailure } from './load/explainFailure.ts'
import { LoadError } from './load/loadError.ts'
import { hasArticles, loadNewsroom } from './load/loadNewsroom.ts'
import { openTarget } from './load/target.ts'

const usage = `Usage: npm run newsroom:load [-- --if-empty]
  Brings a dataset to what sanity/seed/newsroom says; documents of other ids stay as they are.
  --if-empty   does nothing when the dataset has any article
  Where to: LAKE_PORT or SANITY_API_HOST for a lake, SANITY_PROJECT_ID alone for the hosted service, SANITY_DATASET.
  Token: SANITY_WRITE_TOKEN, or writeToken in secrets.json of LAKE_DATA_DIR.`

const folder = join(import.meta.dirname, '../../sanity/seed/newsroom')
const flags = process.argv.slice(2)

try {
  await main()
} catch (error) {
  console.error(explainFailure(error, 'The newsroom was not loaded'))
  process.exitCode = 1
}

async function main(): Promise<void> {
  if (flags.includes('--help')) return console.log(usage)
  const unknown = flags.filter((flag) => flag !== '--if-empty')
  if (unknown.length > 0) throw new LoadError(`Unknown option ${unknown.join(' ')}.\n${usage}`)
  const client = openTarget(process.env)
  if (flags.includes('--if-empty') && (await hasArticles(client))) {
    return console.log('The dataset has articles already: nothing loaded.')
  }
  const started = performance.now()
  const { written, unchanged, uploaded } = await loadNewsroom(client, folder, console.log)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(
    `Loaded in ${seconds} s: ${written} documents written, ${unchanged} unchanged, ${uploaded} pictures sent.`,
  )
}
