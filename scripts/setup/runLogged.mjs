import { createWriteStream, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { spawnGroup } from './childGroups.mjs'
import { ClearError, isFullDisk } from './clearError.mjs'

const keptCharacters = 6000

/**
 * Runs a tool with its output in `log`. Where it fails, the end of that output is in the error.
 *
 * @throws ClearError with the tool's last lines, or the sentence for a full disk.
 */
export async function runLogged(name, command, args, { log, ...options }) {
  mkdirSync(dirname(log), { recursive: true })
  const file = createWriteStream(log)
  const child = spawnGroup(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  let tail = ''
  const keep = (chunk) => {
    tail = (tail + chunk).slice(-keptCharacters)
    file.write(chunk)
  }
  file.on('error', () => {})
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  file.end()
  if (code === 0) return
  if (isFullDisk(tail)) throw Object.assign(new Error(tail), { code: 'ENOSPC' })
  throw new ClearError(`${tail.trim()}\n\n${name} failed; all of its output is in ${log}.`)
}
