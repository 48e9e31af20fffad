import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ClearError } from './clearError.mjs'
import { root } from './root.mjs'

const neededMajor = 24

const majorOf = (version) => Number(version.replace(/^v/, '').split('.')[0])

/** Whether this very process is new enough for TypeScript, SQLite and all else that Meridian takes from Node. */
export const isNewEnough = () => majorOf(process.versions.node) >= neededMajor

/** @throws ClearError before anything is downloaded, where no Node 24 can come with the packages. */
export function checkPlatform() {
  if (isNewEnough() || packagedFor(process.platform, process.arch)) return
  throw new ClearError(
    `Meridian needs Node ${neededMajor} or later; this machine has ${process.versions.node}, and a ready one comes with the packages only for Linux on x64 and arm64: install it from https://nodejs.org and run the command again.`,
  )
}

/**
 * The Node to run everything with: this process's own where it is new enough, else the one that
 * came with the packages.
 *
 * @throws ClearError when that one does not run here.
 */
export function findNode() {
  if (isNewEnough() && existsSync(process.execPath)) return process.execPath
  const ours = join(root, 'node_modules', '.bin', 'node')
  const answer = existsSync(ours) ? spawnSync(ours, ['--version'], { encoding: 'utf8' }) : undefined
  if (answer?.status === 0 && majorOf(answer.stdout) >= neededMajor) return ours
  throw new ClearError(
    `The Node ${neededMajor} that came with the packages does not run on this system (it needs glibc): install Node ${neededMajor} from https://nodejs.org and run the command again.`,
  )
}

function packagedFor(platform, arch) {
  const { optionalDependencies = {} } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return `node-${platform}-${arch}` in optionalDependencies
}
