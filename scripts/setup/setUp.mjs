import { chdir } from 'node:process'
import { endWith } from './clearError.mjs'
import { checkPlatform } from './node24.mjs'
import { installPackages } from './packages.mjs'
import { root } from './root.mjs'

/**
 * Makes a fresh clone ready to run: everything that comes before it, and this itself, keeps to what
 * Node 20 has built in.
 */
export async function setUp() {
  chdir(root)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, endAtOnce)
  try {
    checkPlatform()
    await installPackages()
  } catch (error) {
    endWith(error)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, endAtOnce)
}

function endAtOnce() {
  process.exit(130)
}
