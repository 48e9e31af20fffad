import type { Identity, LakeContext } from '../../context.ts'
import type { EventStream, StreamSource } from '../../events/eventStream.ts'
import type { followChanges } from '../../events/followChanges.ts'
import { placeIdOf } from '../../events/logPlaces.ts'
import type { Dataset } from '../../store/datasets.ts'
import { endWhenRevoked } from './endWhenRevoked.ts'
import { endWithDataset } from './endWithDataset.ts'

interface Audience {
  dataset: Dataset
  identity: Identity
}

/** Begins to tell a stream of changes, for as long as its caller and its dataset are there. */
export function followUntilEnded(
  context: LakeContext,
  { dataset, identity }: Audience,
  stream: EventStream,
  follower: ReturnType<typeof followChanges>,
): StreamSource {
  const forget = endWhenRevoked(context, identity, stream)
  const leave = endWithDataset(context, dataset, identity, stream)
  follower.begin()
  return {
    stop: () => {
      follower.stop()
      forget()
      leave()
    },
    place: () => placeIdOf(context.database, follower.place()),
  }
}
