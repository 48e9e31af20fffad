import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { HttpError } from '../http/errors.ts'

export type AssetKind = 'images' | 'files'

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
  const pathOf = (kind: AssetKind, dataset: string, name: string) =>
    join(dataDir, 'assets', kind, dataset, name)

  return {
    pathOf,

    /** Uploads that broke off when the lake was stopped are of no use to anybody. */
    clearIncoming: async (): Promise<void> => {
      const left = await readdir(incoming).catch(() => [])
      await Promise.all(left.map((name) => rm(join(incoming, name), { force: true })))
    },

    /** @throws HttpError 400 for an empty or broken upload, 413 above 100 MB, 507 on a full disk */
    receive: async (body: ReadableStream<Uint8Array> | null, announced: number): Promise<ReceivedFile> => {
      if (announced > largestUpload) throw tooLarge()
      await mkdir(incoming, { recursive: true })
      const path = join(incoming, randomUUID())
      try {
        const received = { path, ...(await writeDown(body, path)) }
        if (received.size === 0) throw new HttpError(400, 'Bad Request', 'The upload was empty.')
        return received
      } catch (error) {
        await rm(path, { force: true })
        throw error
      }
    },

    discard: (received: ReceivedFile): Promise<void> => rm(received.path, { force: true }),

    /** Gives a received file its own name. Written through to the disk, name and all. */
    keep: async (received: ReceivedFile, kind: AssetKind, dataset: string, name: string): Promise<void> => {
      const path = pathOf(kind, dataset, name)
      await mkdir(dirname(path), { recursive: true })
      await rename(received.path, path)
      const folder = await open(dirname(path), 'r')
      await folder.sync()
      await folder.close()
    },

    remove: (kind: AssetKind, dataset: string, name: string): Promise<void> =>
      rm(pathOf(kind, dataset, name), { force: true }),
  }
}

async function writeDown(body: ReadableStream<Uint8Array> | null, path: string) {
  const hash = createHash('sha1')
  const file = await open(path, 'wx')
  let size = 0
  try {
    for await (const chunk of chunksOf(body)) {
      size += chunk.byteLength
      if (size > largestUpload) throw tooLarge()
      hash.update(chunk)
      await file.appendFile(chunk)
    }
    await file.sync()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') throw diskFull(error)
    throw error
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

function diskFull(cause: Error): HttpError {
  return new HttpError(507, 'Insufficient Storage', "The lake's disk is full.", {}, { cause })
}
