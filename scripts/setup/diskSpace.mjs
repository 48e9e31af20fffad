import { existsSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { ClearError } from './clearError.mjs'

/**
 * @param {string} folder it need not exist yet
 * @param {number} neededMegabytes
 * @throws ClearError when the disk of `folder` has less than that left.
 */
export function diskSpace(folder, neededMegabytes) {
  const { bavail, bsize } = statfsSync(existing(folder))
  const megabytes = Math.floor((bavail * bsize) / 1_000_000)
  if (megabytes >= neededMegabytes) return
  throw new ClearError(
    `The disk that holds ${folder} has ${megabytes} MB left and Meridian needs ${neededMegabytes} MB: free some space and run the command again.`,
  )
}

function existing(folder) {
  return existsSync(folder) ? folder : existing(dirname(folder))
}
