import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { diskSpace } from './diskSpace.mjs'
import { withProgress } from './progress.mjs'
import { root } from './root.mjs'
import { runLogged } from './runLogged.mjs'

const installedMegabytes = 1500

/** Installs what the lockfile names, unless node_modules holds exactly that already. */
export async function installPackages() {
  const wanted = readPackages(join(root, 'package-lock.json'))
  if (matches(wanted, readPackages(join(root, 'node_modules', '.package-lock.json')))) return
  diskSpace(root, installedMegabytes)
  const count = Object.keys(wanted).length - 1
  await withProgress(`Installing ${count.toLocaleString('en')} packages from the lockfile`, () =>
    runLogged('npm ci', 'npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: root,
      env: { ...process.env, PATH: pathWithoutOurs(), npm_config_loglevel: 'error' },
      log: join(root, '.build', 'install.log'),
    }),
  )
}

/**
 * Whether every package of the lockfile is there in its version. npm writes its own record as the last
 * act of an installation, so one that was cut off has none. Optional packages may be missing: they are
 * for other systems.
 */
export function matches(wanted, installed) {
  if (!wanted || !installed) return false
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.link) return true
    const found = installed[path]
    return found ? found.version === entry.version : Boolean(entry.optional)
  })
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}

/** npm must not run on a Node that it is about to replace. */
function pathWithoutOurs() {
  const ours = join(root, 'node_modules', '.bin')
  return (process.env.PATH ?? '')
    .split(':')
    .filter((folder) => folder !== ours)
    .join(':')
}
