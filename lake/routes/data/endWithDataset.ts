import { reachOf } from '../../auth/access.ts'
import type { Identity, LakeContext } from '../../context.ts'
import type { EventStream } from '../../events/eventStream.ts'
import { type Dataset, readDataset } from '../../store/datasets.ts'

/**
 * Ends a stream when its dataset is deleted, or opened or closed so that the caller sees more or less of it: then
 * the client comes back by itself and is given what it may see now. Answers how to stop watching.
 */
export function endWithDataset(
  context: LakeContext,
  dataset: Dataset,
  identity: Identity,
  stream: EventStream,
): () => void {
  const hear = (name: string) => {
    if (name !== dataset.name) return
    const found = readDataset(context.database, name)
    if (found?.createdAt !== dataset.createdAt) {
      stream.send({ event: 'disconnect', data: { reason: `Dataset "${name}" was deleted.` } })
      stream.end()
    } else if (reachOf(identity, found.aclMode) !== reachOf(identity, dataset.aclMode)) stream.end()
  }
  context.bus.on('dataset', hear)
  return () => context.bus.off('dataset', hear)
}
