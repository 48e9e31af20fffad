import { open } from 'node:fs/promises'

const chunkSize = 256 * 1024

/** A file, or the bytes from `start` up to `end` (inclusive), as the body of a response. Closes the file when done or cancelled. */
export async function fileBody(path: string, { start, end }: { start: number; end: number }) {
  const file = await open(path, 'r')
  let position = start
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: async (controller) => {
      try {
        const wanted = Math.min(chunkSize, end + 1 - position)
        const chunk = new Uint8Array(Math.max(wanted, 0))
        const { bytesRead } = wanted > 0 ? await file.read(chunk, 0, wanted, position) : { bytesRead: 0 }
        position += bytesRead
        if (bytesRead > 0) controller.enqueue(chunk.subarray(0, bytesRead))
        if (bytesRead === 0 || position > end) {
          await file.close()
          controller.close()
        }
      } catch (error) {
        await file.close().catch(() => undefined)
        controller.error(error)
      }
    },
    cancel: () => file.close(),
  })
}
