import { parentPort } from 'node:worker_threads'
import { prepareMutations } from './prepareMutations.ts'

/** A thread that prepares the bodies of large requests, one after the other. */
parentPort?.on('message', ({ number, body }: { number: number; body: Uint8Array }) => {
  parentPort?.postMessage({ number, prepared: prepareMutations(body) })
})
