import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { LakeContext } from '../context.ts'
import { type Dataset, hideDataset, namesBeingDeleted, sweepHiddenDataset } from '../store/datasets.ts'

/** Small enough that whoever else writes waits for milliseconds. */
const rowsAtOnce = 200

type Given = Pick<LakeContext, 'database' | 'dataDir' | 'now' | 'bus'>

/**
 * Deletes a dataset with its documents, history, messages, pictures and files. From the first moment nobody
 * finds it any more and its streams end; the rest goes in small steps, while the lake serves others.
 */
export async function removeDataset(context: Given, dataset: Dataset): Promise<void> {
  hideDataset(context.database, dataset, new Date(context.now()).toISOString())
  context.bus.emit('dataset', dataset.name)
  await finishRemoval(context, dataset.name)
}

/** Goes on with what was being deleted when the lake was stopped, until `close`. */
export function openRemovals(context: LakeContext) {
  const stopping = new AbortController()
  const removals = (async () => {
    for (const name of namesBeingDeleted(context.database)) {
      await finishRemoval(context, name, stopping.signal)
    }
  })().catch((error: unknown) =>
    context.log.error({ err: error }, 'a dataset could not be deleted to its end'),
  )
  return {
    close: async (): Promise<void> => {
      stopping.abort()
      await removals
    },
  }
}

async function finishRemoval(context: Given, name: string, signal?: AbortSignal): Promise<void> {
  // Files first: as long as the dataset's row is there, a start goes on with it.
  await removeFiles(context.dataDir, name)
  while (!signal?.aborted && !sweepHiddenDataset(context.database, name, rowsAtOnce)) {
    await new Promise((resolve) => setImmediate(resolve))
  }
}

async function removeFiles(dataDir: string, name: string): Promise<void> {
  for (const kind of ['images', 'files']) {
    await rm(join(dataDir, 'assets', kind, name), { recursive: true, force: true })
  }
  const cache = join(dataDir, 'cache', 'images')
  const made = new RegExp(`^${name}_[0-9a-f]{40}`)
  const pictures = (await readdir(cache).catch(() => [])).filter((file) => made.test(file))
  for (const picture of pictures) await rm(join(cache, picture), { force: true })
}
