import type { LakeContext } from '../context.ts'
import { documentExists } from '../store/documents.ts'
import { type AssetFiles, assetKinds } from './assetFiles.ts'
import { assetIdOf } from './assetPlace.ts'
import type { Locks } from './locks.ts'

interface Sweep {
  context: LakeContext
  files: AssetFiles
  locked: Locks
}

/**
 * Removes what a lake that was killed has left: uploads that broke off, and files whose document was not
 * written yet or was deleted already. Names that are no asset's are not ours to remove.
 */
export async function sweepAssets({ context, files, locked }: Sweep): Promise<void> {
  const { database, log } = context
  await files.clearIncoming()
  for (const kind of assetKinds) {
    for (const { dataset, name } of await files.list(kind)) {
      const id = assetIdOf(kind, name)
      if (!id || !database.isOpen) continue
      await locked(`${dataset}/${name}`, async () => {
        if (!database.isOpen || documentExists(database, dataset, id)) return
        await files.remove(kind, dataset, name)
        log.info({ dataset, name }, 'an asset without a document was removed')
      })
    }
  }
}
