import { endWith } from '../setup/clearError.mjs'
import { onOrphaned } from '../setup/onOrphaned.mjs'
import { buildIfStale, portalBuild, studioBuild } from './builds.ts'

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130))
onOrphaned(() => process.exit(130))
try {
  await buildIfStale(studioBuild())
  await buildIfStale(portalBuild())
} catch (error) {
  endWith(error)
}
