import { toSentence } from '../setup/clearError.mjs'
import { onOrphaned } from '../setup/onOrphaned.mjs'
import type { Outcome } from './runJest.ts'
import { type Stage, stages } from './stages.ts'

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130))
onOrphaned(() => process.exit(130))
process.env.CI ??= 'true'

const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('-'))
const unknown = asked.find((name) => !stages.some((stage) => stage.name === name))
if (unknown) {
  process.stderr.write(
    `There is no stage "${unknown}": choose among ${stages.map(({ name }) => name).join(', ')}.\n`,
  )
  process.exit(1)
}

const total: Outcome = { passed: 0, failed: 0 }
for (const stage of stages.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
  process.stdout.write(`\n=== ${stage.headline} ===\n`)
  const { passed, failed } = await runStage(stage)
  total.passed += passed
  total.failed += failed
}
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`, () =>
  process.exit(total.failed === 0 ? 0 : 1),
)

/** A stage that cannot even begin is one failed test; the others still run. */
async function runStage(stage: Stage): Promise<Outcome> {
  try {
    return await stage.run()
  } catch (error) {
    const words = toSentence(error) ?? (error instanceof Error ? error.stack : String(error))
    process.stderr.write(`${words}\n`)
    return { passed: 0, failed: 1 }
  }
}
