/** The line is full: whoever asks now is asked to come again. */
export class TooManyAtOnce extends Error {}

/** Lets so many do their work at once. The others wait in line, the first come first; a line that is full turns away: p-limit's has no end. */
export class Turns {
  readonly #atOnce: number
  readonly #longestLine: number
  readonly #line: (() => void)[] = []
  #working = 0

  constructor({ atOnce, longestLine }: { atOnce: number; longestLine: number }) {
    this.#atOnce = atOnce
    this.#longestLine = longestLine
  }

  /** @throws TooManyAtOnce when the line is full, and whatever the work throws. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    await this.#begin()
    try {
      return await work()
    } finally {
      this.#end()
    }
  }

  async #begin(): Promise<void> {
    if (this.#working < this.#atOnce) {
      this.#working += 1
      return
    }
    if (this.#line.length >= this.#longestLine) throw new TooManyAtOnce('Too many searches at once')
    await new Promise<void>((resolve) => this.#line.push(resolve))
  }

  /** Who is next in line takes over the place, so that nobody who comes now can be faster. */
  #end(): void {
    const next = this.#line.shift()
    if (next) next()
    else this.#working -= 1
  }
}
