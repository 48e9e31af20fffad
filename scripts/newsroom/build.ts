import { join } from 'node:path'
import { buildNewsroom, checkBuild } from './buildNewsroom.ts'
import { SourceError } from './sources/sourceFile.ts'

const usage = `Usage: npm run newsroom:build [-- --check]
  Turns sanity/seed/*.yaml into the import file sanity/seed/newsroom/newsroom.ndjson with its pictures.
  --check   writes nothing; fails when what is there is not what the sources would give`

const root = join(import.meta.dirname, '../../sanity/seed')
const flags = process.argv.slice(2)

try {
  if (flags.includes('--help')) console.log(usage)
  else if (flags.length === 0) console.log(await buildNewsroom(root))
  else if (flags.length === 1 && flags[0] === '--check') report(checkBuild(root))
  else throw new SourceError(`unknown option ${flags.join(' ')}\n${usage}`)
} catch (error) {
  if (!(error instanceof SourceError)) throw error
  console.error(error.message)
  process.exitCode = 1
}

function report(differences: string[]): void {
  if (differences.length > 0) {
    throw new SourceError(`${differences.join('\n')}\nRun npm run newsroom:build and commit what it writes.`)
  }
  console.log('The newsroom is built from its sources.')
}
