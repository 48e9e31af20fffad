import { parentPort } from 'node:worker_threads'
import { prepareMutations } from './prepareMutations.ts'

/** A thread that prepares the bodies of large requests, one after the other. */
parentPort?.on('message', ({ number, body }: { number: number; body: Uint8Array<ArrayBuffer> }) => {
  const prepared = prepareMutations(body)
  // Given back at once: bytes outside the heap make V8 look through all of it again and again.
  body.buffer.transfer(0)
  parentPort?.postMessage({ number, prepared }, prepared ? [prepared.texts.buffer] : [])
})
