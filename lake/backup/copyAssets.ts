import { join } from 'node:path'
import { type AssetPlace, placeOfAsset } from '../assets/assetPlace.ts'
import type { DatabaseContents } from '../store/snapshot.ts'
import { copyHashed, hashFile } from './hashedFiles.ts'

const atOnce = 8

export interface AssetFile extends AssetPlace {
  /** Below the folder `assets`: `images/production/<sha1>-3x2.jpg`. */
  path: string
  sha1: string
}

export interface CopiedAssets {
  files: number
  bytes: number
  /** How many were written, the others being there already. */
  copied: number
  /** Paths below `assets` of which the source has no file. */
  missing: string[]
  /** Paths below `assets` whose bytes in the source are not those of their name. */
  damaged: string[]
}

/** The files that the asset documents of a database name; documents that name none of ours are left out. */
export function assetFilesOf({ assets }: DatabaseContents): AssetFile[] {
  return assets.flatMap(({ dataset, id }) => {
    const place = placeOfAsset(id)
    if (!place) return []
    return [{ ...place, path: `${place.kind}/${dataset}/${place.name}`, sha1: place.name.slice(0, 40) }]
  })
}

/**
 * Brings `files` from one folder of assets into another. What is there with the right bytes is left as it is;
 * every file that stays or comes has been read and compared with the SHA-1 in its name.
 */
export async function copyAssets(
  files: readonly AssetFile[],
  from: string,
  to: string,
  progress: (share: number) => void,
): Promise<CopiedAssets> {
  const result: CopiedAssets = { files: 0, bytes: 0, copied: 0, missing: [], damaged: [] }
  const waiting = files.values()
  let done = 0
  let failure: { cause: unknown } | undefined
  const work = async () => {
    for (const file of waiting) {
      if (failure) return
      await copyOne(file, from, to, result).catch((cause: unknown) => {
        failure ??= { cause }
      })
      done += 1
      progress(done / files.length)
    }
  }
  // All of them have ended when this ends, so that nobody writes into a folder that is being cleared.
  await Promise.all(Array.from({ length: atOnce }, work))
  if (failure) throw failure.cause
  return { ...result, missing: result.missing.toSorted(), damaged: result.damaged.toSorted() }
}

async function copyOne({ path, sha1 }: AssetFile, from: string, to: string, result: CopiedAssets) {
  const target = join(to, path)
  const there = await hashFile(target, 'sha1')
  const isRight = ({ hash }: { hash: string }) => hash === sha1
  const kept = there && isRight(there) ? there : undefined
  const hashed = kept ?? (await copyHashed(join(from, path), target, 'sha1', isRight))
  if (!hashed) result.missing.push(path)
  else if (!isRight(hashed)) result.damaged.push(path)
  else {
    result.files += 1
    result.bytes += hashed.size
    if (!kept) result.copied += 1
  }
}
