/** Next has answered, but not with what can be shown. */
export class BadAnswer extends Error {
  override readonly name = 'BadAnswer'
}

const mostBytes = 8 * 1024 * 1024

/** @throws what the stream throws when it is cut off; BadAnswer when it is larger than any page. */
export async function readWhole(body: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of body) {
    bytes += piece.length
    if (bytes > mostBytes) throw new BadAnswer(`an answer has more than ${mostBytes} bytes`)
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}
