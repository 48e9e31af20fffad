import type { SanityDocument } from '../context.ts'

/** A list of documents that stays in the order of their ids; each id at most once. */
export class SortedDocuments {
  readonly #list: SanityDocument[]

  constructor(list: SanityDocument[] = []) {
    this.#list = list
  }

  get list(): readonly SanityDocument[] {
    return this.#list
  }

  add(document: SanityDocument): void {
    const place = this.#placeOf(document._id)
    const taken = this.#list[place]?._id === document._id
    this.#list.splice(place, taken ? 1 : 0, document)
  }

  remove(document: SanityDocument): void {
    const place = this.#placeOf(document._id)
    if (this.#list[place]?._id === document._id) this.#list.splice(place, 1)
  }

  /** Where the id is, or where it belongs. Documents mostly arrive in order, so the end is looked at first. */
  #placeOf(id: string): number {
    const last = this.#list.at(-1)
    if (!last || last._id < id) return this.#list.length
    let low = 0
    let high = this.#list.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      const document = this.#list[middle]
      if (document && document._id < id) low = middle + 1
      else high = middle
    }
    return low
  }
}
