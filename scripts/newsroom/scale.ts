import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { loadArchive } from './archive/loadArchive.ts'
import { openArchive } from './archive/openArchive.ts'
import { removeArchive } from './archive/removeArchive.ts'
import { explainFailure } from './load/explainFailure.ts'
import { LoadError } from './load/loadError.ts'
import { openTarget } from './load/target.ts'

const usage = `Usage: npm run newsroom:scale -- --articles 100000 [--seed 1]
       npm run newsroom:scale -- --remove [--seed 1]
  Writes a generated archive of so many articles beside the demonstration newsroom, which is loaded first where it is
  missing. What is there already stays as it is: run it again to go on after an interruption, or for more articles.
  --seed     which archive: the same number gives the same documents
  --remove   removes the archive of that seed
  Where to: LAKE_PORT or SANITY_API_HOST for a lake, SANITY_PROJECT_ID alone for the hosted service, SANITY_DATASET.
  Token: SANITY_WRITE_TOKEN, or writeToken in secrets.json of LAKE_DATA_DIR.`

const seedFolder = join(import.meta.dirname, '../../sanity/seed')

const whole = (least: number) => z.coerce.number().int().min(least).max(10_000_000)
const options = z
  .strictObject({
    articles: whole(1).optional(),
    seed: whole(0).default(1),
    remove: z.boolean().default(false),
    help: z.boolean().default(false),
  })
  .refine(({ articles, remove, help }) => help || remove !== (articles !== undefined), {
    error: 'Either --articles or --remove is needed.',
  })

try {
  await main()
} catch (error) {
  console.error(explainFailure(error, 'The archive was not written whole'))
  process.exitCode = 1
}

async function main(): Promise<void> {
  const { help, remove, seed, articles = 0 } = readOptions()
  if (help) return console.log(usage)
  const client = openTarget(process.env)
  const began = performance.now()
  const seconds = () => ((performance.now() - began) / 1000).toFixed(1)
  const target = `${client.config().projectId}/${client.config().dataset}`
  if (remove) {
    const removed = await removeArchive(client, seed, console.log)
    return console.log(
      `The archive of seed ${seed} is gone from ${target}: ${removed} documents, ${seconds()} s.`,
    )
  }
  console.log(`Writing ${articles} articles of seed ${seed} into ${target}`)
  const archive = openArchive(seedFolder, seed)
  const newsroomFolder = join(seedFolder, 'newsroom')
  const { written, present } = await loadArchive(client, archive, { articles, newsroomFolder }, console.log)
  console.log(`The archive is there, ${seconds()} s: ${written} documents written, ${present} were there.`)
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        articles: { type: 'string' },
        seed: { type: 'string' },
        remove: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    })
    return options.parse(values)
  } catch (error) {
    throw new LoadError(`${problemOf(error)}\n${usage}`)
  }
}

function problemOf(error: unknown): string {
  if (!(error instanceof z.ZodError)) return error instanceof Error ? error.message : String(error)
  return error.issues
    .map(({ path, message }) => `${path.map((part) => `--${String(part)}: `).join('')}${message}`)
    .join('\n')
}
