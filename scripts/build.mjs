// `npm run build`: the Studio and the portal, each only if it is stale.
import { continueWith } from './setup/runTypeScript.mjs'
import { setUp } from './setup/setUp.mjs'

await setUp()
await continueWith('scripts/build/main.ts', process.argv.slice(2))
