import { join } from 'node:path'
import { buildIfStale, portalBuild, studioBuild } from '../build/builds.ts'
import { root } from '../setup/root.mjs'
import { findOrInstallChromium } from './chromium.ts'
import { type Outcome, runJest } from './runJest.ts'
import { runTool } from './runTool.ts'

export interface Stage {
  name: string
  headline: string
  run(): Promise<Outcome>
}

const bin = (path: string) => join(root, 'node_modules', path)
const next = bin('next/dist/bin/next')

/** In the order of what they cost: whoever broke a type should not wait for a browser to hear of it. */
export const stages: Stage[] = [
  {
    name: 'types',
    headline: 'Types',
    run: () =>
      asOneTest([
        [next, 'typegen'],
        // Not incremental: what is remembered of another state of the files may hide an error in this one.
        [bin('typescript/bin/tsc'), '--noEmit', '--incremental', 'false'],
      ]),
  },
  { name: 'lint', headline: 'Lint', run: () => asOneTest([[bin('@biomejs/biome/bin/biome'), 'ci']]) },
  { name: 'unit', headline: 'Unit tests', run: () => runJest('unit') },
  {
    name: 'integration',
    headline: 'Integration and conformance on a real lake',
    run: () => runJest('integration'),
  },
  { name: 'e2e', headline: 'Journeys of reader and editor in a browser', run: runJourneys },
]

async function asOneTest(commands: string[][]): Promise<Outcome> {
  for (const command of commands) {
    if ((await runTool(command)) !== 0) return { passed: 0, failed: 1 }
  }
  return { passed: 1, failed: 0 }
}

/** The journeys run on the production build; a build that fails, or a missing browser, is a failed test. */
async function runJourneys(): Promise<Outcome> {
  const chromium = await findOrInstallChromium()
  await buildIfStale(studioBuild())
  await buildIfStale(portalBuild())
  return runJest('e2e', ['--runInBand'], { CHROME_PATH: chromium })
}
