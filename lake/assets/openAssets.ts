import { join } from 'node:path'
import type { CommittedTransaction, LakeContext } from '../context.ts'
import { documentExists } from '../store/documents.ts'
import { openAssetFiles } from './assetFiles.ts'
import { placeOfAsset } from './assetPlace.ts'
import type { ImageDescription, MetadataPart } from './imageDescription.ts'
import type { ImageExtension, OutputFormat } from './imageFormats.ts'
import { openImageProcesses } from './imageProcesses.ts'
import { openLocks } from './locks.ts'
import { openRenderCache } from './renderCache.ts'
import { sweepAssets } from './sweepAssets.ts'

const cacheCapacity = 1024 ** 3
const limits = { memory: 1024 ** 3, time: 20_000, rest: 60_000 }

/**
 * Files, finished pictures and the work on them. When an asset's document is deleted its file and
 * everything made from it go too: a picture that was taken down must not stay at its address.
 */
export function openAssets(context: LakeContext) {
  const { database, log } = context
  const files = openAssetFiles(context.dataDir)
  const cache = openRenderCache(join(context.dataDir, 'cache', 'images'), cacheCapacity)
  // Editors who upload do not wait behind readers who look.
  const describing = openImageProcesses({ places: 1, queue: 100, ...limits })
  const rendering = openImageProcesses({ places: 2, queue: 200, ...limits })
  const locked = openLocks()
  const pending = new Set<Promise<void>>()

  const later = (work: Promise<void>, failure: string) => {
    const watched = work
      .catch((error: unknown) => log.error({ err: error }, failure))
      .finally(() => pending.delete(watched))
    pending.add(watched)
  }

  const remove = (dataset: string, id: string) => {
    const place = placeOfAsset(id)
    if (!place) return
    const removal = locked(`${dataset}/${place.name}`, async () => {
      // The same bytes may have been uploaded again meanwhile.
      if (documentExists(database, dataset, id)) return
      await files.remove(place.kind, dataset, place.name)
      await cache.removeGroup(groupOf(dataset, place.name))
    })
    later(removal, `the asset ${id} was deleted and left its file`)
  }

  const removeDeleted = ({ changes, dataset }: CommittedTransaction) => {
    for (const { transition, documentId } of changes) {
      if (transition === 'disappear') remove(dataset, documentId)
    }
  }
  context.bus.on('transaction', removeDeleted)
  later(sweepAssets({ context, files, locked }), 'leftover assets could not be swept away')

  return {
    files,
    cache,
    locked,
    groupOf,

    /** @throws HttpError 400 when it is no picture or takes too much, 503 when too many wait */
    describe: async (path: string, parts: readonly MetadataPart[]): Promise<ImageDescription> => {
      const answer = await describing.run({ kind: 'describe', path, parts: [...parts] })
      if ('description' in answer) return answer.description
      throw new TypeError('An image process has answered another question.')
    },

    /** @throws HttpError 400 when the picture cannot be made or takes too much, 503 when too many wait */
    render: async (path: string, wanted: RenderWish): Promise<Uint8Array<ArrayBuffer>> => {
      const answer = await rendering.run({ kind: 'render', path, ...wanted })
      if ('picture' in answer) return answer.picture
      throw new TypeError('An image process has answered another question.')
    },

    close: async (): Promise<void> => {
      context.bus.off('transaction', removeDeleted)
      await Promise.all([describing.close(), rendering.close()])
      await Promise.all(pending)
    },
  }
}

export type Assets = ReturnType<typeof openAssets>

interface RenderWish {
  source: ImageExtension
  query: Record<string, string>
  format: OutputFormat
}

/** Cached pictures of one original share a prefix that is a plain file name. */
function groupOf(dataset: string, name: string): string {
  return `${dataset}_${name.replace('.', '_')}`
}
