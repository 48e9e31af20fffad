import { join } from 'node:path'
import type { CommittedTransaction, LakeContext } from '../context.ts'
import { type AssetKind, openAssetFiles } from './assetFiles.ts'
import { openRenderCache } from './renderCache.ts'
import { openWorkQueue } from './workQueue.ts'

const cacheCapacity = 1024 ** 3
const rendersAtOnce = 2
const rendersWaiting = 200

/**
 * Files, finished pictures and the work on them. When an asset's document is deleted its file and
 * everything made from it go too: a picture that was taken down must not stay at its address.
 */
export function openAssets(context: LakeContext) {
  const files = openAssetFiles(context.dataDir)
  const cache = openRenderCache(join(context.dataDir, 'cache', 'images'), cacheCapacity)
  const work = openWorkQueue(rendersAtOnce, rendersWaiting)
  const pending = new Set<Promise<void>>()

  const removeDeleted = ({ changes, dataset }: CommittedTransaction) => {
    for (const { transition, before } of changes) {
      const stored = transition === 'disappear' ? assetPath(before?.path) : undefined
      if (!stored) continue
      const removal = Promise.all([
        files.remove(stored.kind, dataset, stored.name),
        cache.removeGroup(stored.group),
      ])
        .then(() => undefined)
        .catch((error: unknown) =>
          context.log.error({ err: error, name: stored.name }, 'a deleted asset left its file'),
        )
        .finally(() => pending.delete(removal))
      pending.add(removal)
    }
  }
  context.bus.on('transaction', removeDeleted)

  return {
    files,
    cache,
    work,
    groupOf,
    close: async (): Promise<void> => {
      context.bus.off('transaction', removeDeleted)
      await Promise.all(pending)
    },
  }
}

export type Assets = ReturnType<typeof openAssets>

/** Cached pictures of one original share a prefix that is a plain file name. */
function groupOf(dataset: string, name: string): string {
  return `${dataset}_${name.replace('.', '_')}`
}

function assetPath(path: unknown): { kind: AssetKind; name: string; group: string } | undefined {
  if (typeof path !== 'string') return undefined
  const [kind, , dataset, name, ...more] = path.split('/')
  if ((kind !== 'images' && kind !== 'files') || !dataset || !name || more.length > 0) return undefined
  if (!/^[0-9a-f]{40}(?:-\d+x\d+)?\.[a-z0-9]{1,10}$/.test(name)) return undefined
  return { kind, name, group: groupOf(dataset, name) }
}
