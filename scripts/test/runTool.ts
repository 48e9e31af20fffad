import { spawnGroup } from '../setup/childGroups.mjs'
import { root } from '../setup/root.mjs'

/** Runs a script under this Node with its output on the terminal; resolves to its exit code. */
export function runTool(args: string[], environment: Record<string, string> = {}): Promise<number> {
  const child = spawnGroup(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...environment },
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}
