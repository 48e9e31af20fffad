import type { Identity, LakeContext } from '../../context.ts'
import type { EventStream } from '../../events/eventStream.ts'

/** Ends a stream when the session or token that opened it ends. Answers how to stop watching. */
export function endWhenRevoked(context: LakeContext, identity: Identity, stream: EventStream): () => void {
  if (identity.kind === 'anonymous') return () => {}
  const hear = (tokenHash: string) => {
    if (tokenHash !== identity.tokenHash) return
    stream.send({ event: 'disconnect', data: { reason: 'The session has ended.' } })
    stream.end()
  }
  context.bus.on('revoked', hear)
  return () => context.bus.off('revoked', hear)
}
