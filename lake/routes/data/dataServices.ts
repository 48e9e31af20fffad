import type { LakeContext } from '../../context.ts'
import type { EventStream } from '../../events/eventStream.ts'
import type { QueryWorkers } from '../../groq/queryWorkers.ts'

/** What the handlers of `/data` share. */
export interface DataServices {
  context: LakeContext
  workers: QueryWorkers
  /** Event streams that are open. */
  streams: Set<EventStream>
}
