// Runs one of our TypeScript files: `node scripts/run.mjs lake/cli.ts token create --role editor`.
import { runTypeScript } from './setup/runTypeScript.mjs'
import { setUp } from './setup/setUp.mjs'

const invokedFrom = process.cwd()
const [file, ...args] = process.argv.slice(2)
await setUp()
process.env.INIT_CWD ??= invokedFrom
runTypeScript(file, args)
