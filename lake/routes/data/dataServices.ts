import type { LakeContext } from '../../context.ts'
import type { EventStream } from '../../events/eventStream.ts'
import type { QueryProcesses } from '../../groq/queryProcesses.ts'
import type { Preparing } from '../../preparing/openPreparing.ts'

/** What the handlers of `/data` share. */
export interface DataServices {
  context: LakeContext
  processes: QueryProcesses
  preparing: Preparing
  /** Event streams that are open. */
  streams: Set<EventStream>
}
