import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { root } from '../setup/root.mjs'
import { runTool } from './runTool.ts'

export interface Outcome {
  passed: number
  failed: number
}

const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  /** Files that broke before any of their tests ran. */
  numRuntimeErrorTestSuites: z.number(),
})

/** Runs one of Jest's projects and counts; a file that could not be run, or Jest's own end, counts as failed. */
export async function runJest(
  project: string,
  args: string[] = [],
  environment: Record<string, string> = {},
): Promise<Outcome> {
  const report = join(root, '.build', 'test', `${project}.json`)
  mkdirSync(dirname(report), { recursive: true })
  rmSync(report, { force: true })
  const jest = [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
  ]
  // A test that was given up on leaves its lake open, and the run would wait for that for ever.
  const flags = ['--forceExit', '--selectProjects', project, '--json', `--outputFile=${report}`]
  const code = await runTool([...jest, ...flags, ...args], environment)
  const outcome = existsSync(report) ? countTests(readFileSync(report, 'utf8')) : { passed: 0, failed: 1 }
  return code !== 0 && outcome.failed === 0 ? { ...outcome, failed: 1 } : outcome
}

export function countTests(report: string): Outcome {
  const counted = reportSchema.parse(JSON.parse(report))
  return {
    passed: counted.numPassedTests,
    failed: counted.numFailedTests + counted.numRuntimeErrorTestSuites,
  }
}
