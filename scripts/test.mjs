// `npm test`: sets up, then every check there is; `npm test -- unit` runs one stage.
import { continueWith } from './setup/runTypeScript.mjs'
import { setUp } from './setup/setUp.mjs'

await setUp()
await continueWith('scripts/test/main.ts', process.argv.slice(2))
