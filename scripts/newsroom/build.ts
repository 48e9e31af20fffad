import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildNewsroom, checkBuild } from './buildNewsroom.ts'
import { SourceError } from './sources/sourceFile.ts'

const usage = `Usage: npm run newsroom:build [-- --check] [--sources FOLDER]
  Turns sanity/seed/*.yaml into the import file sanity/seed/newsroom/newsroom.ndjson with its pictures.
  --check            writes nothing; fails when what is there is not what the sources would give
  --sources FOLDER   another newsroom than sanity/seed`

try {
  await main()
} catch (error) {
  console.error(error instanceof SourceError ? error.message : error)
  process.exitCode = 1
}

async function main(): Promise<void> {
  const { check, help, sources } = readFlags()
  if (help) console.log(usage)
  else if (check) report(checkBuild(sources))
  else console.log(await buildNewsroom(sources))
}

function readFlags() {
  const seed = join(import.meta.dirname, '../../sanity/seed')
  try {
    const options = {
      check: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      sources: { type: 'string', default: seed },
    } as const
    return parseArgs({ options }).values
  } catch (error) {
    throw new SourceError(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
}

function report(differences: string[]): void {
  if (differences.length > 0) {
    throw new SourceError(`${differences.join('\n')}\nRun npm run newsroom:build and commit what it writes.`)
  }
  console.log('The newsroom is built from its sources.')
}
