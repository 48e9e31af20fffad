import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { codeOf } from '../errorCode.ts'

type Algorithm = 'sha1' | 'sha256'

export interface Hashed {
  hash: string
  size: number
}

/** The hash of a file's bytes; `undefined` when there is no such file. */
export async function hashFile(path: string, algorithm: Algorithm): Promise<Hashed | undefined> {
  const hash = createHash(algorithm)
  let size = 0
  try {
    for await (const chunk of createReadStream(path)) {
      hash.update(chunk)
      size += chunk.length
    }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
  return { hash: hash.digest('hex'), size }
}

/**
 * Copies a file and hashes what it reads. The copy has its name only when whole and when `isRight` says so;
 * written through to the disk. `undefined` when there is no such file.
 */
export async function copyHashed(
  source: string,
  target: string,
  algorithm: Algorithm,
  isRight: (hashed: Hashed) => boolean = () => true,
): Promise<Hashed | undefined> {
  const temporary = `${target}.part`
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  try {
    const hashed = await writeHashed(source, temporary, algorithm)
    if (isRight(hashed)) await rename(temporary, target)
    return hashed
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  } finally {
    await rm(temporary, { force: true })
  }
}

async function writeHashed(source: string, target: string, algorithm: Algorithm): Promise<Hashed> {
  const hash = createHash(algorithm)
  let size = 0
  const input = await open(source, 'r')
  try {
    const output = await open(target, 'w', 0o600)
    try {
      for await (const chunk of input.createReadStream({ autoClose: false })) {
        hash.update(chunk)
        size += chunk.length
        await output.appendFile(chunk)
      }
      await output.sync()
    } finally {
      await output.close()
    }
  } finally {
    await input.close()
  }
  return { hash: hash.digest('hex'), size }
}
