import { createHash, randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { HttpError } from '../http/errors.ts'
import { withDiskFull } from './diskFull.ts'

export const assetKinds = ['images', 'files'] as const
export type AssetKind = (typeof assetKinds)[number]

const largestUpload = 100 * 1024 * 1024

export interface ReceivedFile {
  /** Where it lies until it is kept or discarded. */
  path: string
  sha1: string
  size: number
}

/** The files of the assets: uploads come in under a temporary name and appear under their own only when whole. */
export function openAssetFiles(dataDir: string) {
  const incoming = join(dataDir, 'incoming')
  const root = join(dataDir, 'assets')
  const pathOf = (kind: AssetKind, dataset: string, name: string) => join(root, kind, dataset, name)

  return {
    pathOf,

    /** Uploads that broke off when the lake was stopped are of no use to anybody. */
    clearIncoming: async (): Promise<void> => {
      const left = await readdir(incoming).catch(() => [])
      await Promise.all(left.map((name) => rm(join(incoming, name), { force: true })))
    },

    /** All files of one kind, whatever they are called. */
    list: async (kind: AssetKind): Promise<{ dataset: string; name: string }[]> => {
      const found = await readdir(join(root, kind), { recursive: true }).catch(() => [])
      return found.flatMap((path) => {
        const [dataset, name, ...deeper] = path.split(/[\\/]/)
        return dataset && name && deeper.length === 0 ? [{ dataset, name }] : []
      })
    },

    /** @throws HttpError 400 for an empty or broken upload, 413 above 100 MB, 507 on a full disk */
    receive: async (body: ReadableStream<Uint8Array> | null, announced: number): Promise<ReceivedFile> => {
      if (announced > largestUpload) throw tooLarge()
      const path = join(incoming, randomUUID())
      try {
        await mkdir(incoming, { recursive: true })
        const received = { path, ...(await writeDown(body, path)) }
        if (received.size === 0) throw new HttpError(400, 'Bad Request', 'The upload was empty.')
        return received
      } catch (error) {
        await rm(path, { force: true })
        throw withDiskFull(error)
      }
    },

    discard: (received: ReceivedFile): Promise<void> => rm(received.path, { force: true }),

    /** Gives a received file its own name. Written through to the disk, name and all. @throws HttpError 507 */
    keep: async (received: ReceivedFile, kind: AssetKind, dataset: string, name: string): Promise<void> => {
      const path = pathOf(kind, dataset, name)
      try {
        await makeFolder(dirname(path))
        await rename(received.path, path)
        await syncFolder(dirname(path))
      } catch (error) {
        throw withDiskFull(error)
      }
    },

    has: async (kind: AssetKind, dataset: string, name: string, size: number): Promise<boolean> => {
      const found = await stat(pathOf(kind, dataset, name)).catch(() => undefined)
      return found?.isFile() === true && found.size === size
    },

    remove: (kind: AssetKind, dataset: string, name: string): Promise<void> =>
      rm(pathOf(kind, dataset, name), { force: true }),
  }
}

export type AssetFiles = ReturnType<typeof openAssetFiles>

/** Makes a folder with those above it; each is written through, or a file in it could be gone after a power cut. */
async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true })
  if (first === undefined) return
  for (let at = path; at.length >= first.length; at = dirname(at)) await syncFolder(dirname(at))
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, constants.O_RDONLY)
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

async function writeDown(body: ReadableStream<Uint8Array> | null, path: string) {
  const hash = createHash('sha1')
  const file = await open(path, 'wx', 0o600)
  let size = 0
  try {
    for await (const chunk of chunksOf(body)) {
      size += chunk.byteLength
      if (size > largestUpload) throw tooLarge()
      hash.update(chunk)
      await file.appendFile(chunk)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { sha1: hash.digest('hex'), size }
}

async function* chunksOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader()
  for (;;) {
    const read = await reader?.read().catch((cause: unknown) => {
      throw new HttpError(400, 'Bad Request', 'The upload broke off.', {}, { cause })
    })
    if (!read || read.done) return
    yield read.value
  }
}

function tooLarge(): HttpError {
  return new HttpError(413, 'Payload Too Large', 'The file is larger than 100 MB.')
}
