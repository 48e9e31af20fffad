/** Where a text lies among the bytes. */
export interface Extent {
  start: number
  end: number
}

/** Most bytes that UTF-8 takes for a unit of a JavaScript string. */
const longestUnit = 3

/** Texts as UTF-8, one after the other, in memory that can be handed to another thread without being copied. */
export class TextBytes {
  #bytes: Buffer<ArrayBuffer>
  #end = 0

  constructor(expected: number) {
    // No part of a pool: it is given away whole.
    this.#bytes = Buffer.allocUnsafeSlow(expected)
  }

  /** @param room bytes to be left free behind it */
  add(text: string, room = 0): Extent {
    const start = this.#end
    this.#provide(text.length * longestUnit + room)
    const end = start + this.#bytes.write(text, start)
    this.#end = end + room
    return { start, end }
  }

  get whole(): Buffer<ArrayBuffer> {
    return this.#bytes
  }

  #provide(more: number): void {
    const size = this.#end + more
    if (size <= this.#bytes.length) return
    const larger = Buffer.allocUnsafeSlow(Math.max(size, 2 * this.#bytes.length))
    this.#bytes.copy(larger, 0, 0, this.#end)
    this.#bytes = larger
  }
}
