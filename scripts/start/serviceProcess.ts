import type { ChildProcess } from 'node:child_process'
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { spawnGroup } from '../setup/childGroups.mjs'
import { root } from '../setup/root.mjs'

export interface ServiceCommand {
  name: string
  /** What Node runs: a script and its arguments. */
  args: string[]
  environment: Record<string, string | undefined>
  log: string
}

const endWithParent = pathToFileURL(join(root, 'scripts/setup/endWithParent.mjs')).href

/** Runs a part of the newsroom with its output in its log: a new one, or after what is there. */
export function startProcess(
  { args, environment, log }: ServiceCommand,
  logged: 'anew' | 'appended',
): ChildProcess {
  mkdirSync(dirname(log), { recursive: true })
  const output = openSync(log, logged === 'anew' ? 'w' : 'a')
  try {
    return spawnGroup(process.execPath, args, {
      cwd: root,
      // The channel tells a service that we are gone even when we were ended the hard way.
      stdio: ['ignore', output, output, 'ipc'],
      env: {
        ...process.env,
        ...environment,
        NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --import=${endWithParent}`.trim(),
        MERIDIAN_STARTED_BY: String(process.pid),
        NODE_COMPILE_CACHE: join(root, '.build', 'compile-cache'),
        NEXT_TELEMETRY_DISABLED: '1',
      },
    })
  } finally {
    closeSync(output)
  }
}
