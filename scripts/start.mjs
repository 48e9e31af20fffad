// `npm start` and `npm run dev`: from whatever state the clone is in to a running newsroom.
import { continueWith } from './setup/runTypeScript.mjs'
import { setUp } from './setup/setUp.mjs'

await setUp()
await continueWith('scripts/start/main.ts', process.argv.slice(2))
