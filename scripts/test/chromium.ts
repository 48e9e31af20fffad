import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { ClearError } from '../setup/clearError.mjs'
import { withProgress } from '../setup/progress.mjs'
import { root } from '../setup/root.mjs'
import { runLogged } from '../setup/runLogged.mjs'

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
]
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]

/**
 * The browser for the journeys: `CHROME_PATH`, else one that is installed.
 *
 * @throws ClearError when CHROME_PATH names no file.
 */
export function findChromium(
  variables: Record<string, string | undefined> = process.env,
): string | undefined {
  const named = variables.CHROME_PATH
  if (named && !existsSync(named)) {
    throw new ClearError(`The variable CHROME_PATH names "${named}", and there is no such file.`)
  }
  const folders = (variables.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'))
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)))
  return named || [...onPath, ...applications].find((file) => existsSync(file))
}

/** @throws ClearError that says how to get a browser, where we may not install one. */
export async function findOrInstallChromium(): Promise<string> {
  const found = findChromium()
  if (found) return found
  const asRoot = rootCommand()
  if (!asRoot || !existsSync('/usr/bin/apt-get')) {
    throw new ClearError(
      'The browser tests need Chromium or Chrome, and none was found: install one (Debian and Ubuntu: apt-get install chromium; macOS: brew install --cask chromium) or name it with CHROME_PATH.',
    )
  }
  await withProgress('Installing Chromium for the browser tests', () => installChromium(asRoot))
  const installed = findChromium()
  if (installed) return installed
  throw new ClearError('Chromium was installed, but no browser is on the PATH: name it with CHROME_PATH.')
}

async function installChromium(asRoot: string[]): Promise<void> {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const steps = [
    ['apt-get', 'update'],
    ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
  ]
  for (const step of steps) {
    const [command = '', ...args] = [...asRoot, ...step]
    const log = join(root, '.build', 'chromium.log')
    await runLogged(step.join(' '), command, args, { cwd: root, env: environment, log })
  }
}

/** What to put before a command that needs root: nothing when we are root, sudo when it asks no password. */
function rootCommand(): string[] | undefined {
  if (process.getuid?.() === 0) return []
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0
    ? ['sudo', '-n', '-E']
    : undefined
}
