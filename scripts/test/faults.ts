import { onOrphaned } from '../setup/onOrphaned.mjs'
import { runJest } from './runJest.ts'

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130))
onOrphaned(() => process.exit(130))

/** The fault tests at full size, one after the other: the figures that they print are those of a machine to themselves. */
const { passed, failed } = await runJest(
  'integration',
  ['--runInBand', '--testPathPatterns', 'tests/integration/lake/faults/', ...process.argv.slice(2)],
  { FAULT_SCALE: 'full' },
)
process.stdout.write(`\n${passed} passed, ${failed} failed\n`, () => process.exit(failed === 0 ? 0 : 1))
