import { keysOfPiece, longestKey } from './wordKeys.ts'

/** Something that is met in many columns and is to be written down once in each. */
interface Seen {
  /** The number of the document that it was met in last, and the columns of it, a bit each. */
  document: number
  columns: number
}

interface Key extends Seen {
  text: string
}

/** What stands between two signs in a text, with what it is filed under. */
interface Piece extends Seen {
  text: string
  hash: number
  keys: readonly Key[]
}

/** Signs that no word and no token of `match` goes beyond, so that each piece between them is known by itself. */
const signs = /[\s!@#$%^&*(),\\/?";:{}|[\]+<>-]/
const isAsciiSign = Uint8Array.from({ length: 128 }, (_, code) =>
  signs.test(String.fromCharCode(code)) ? 1 : 0,
)

/** So many pieces are kept beyond the document that they were met in. */
const mostKept = 20_000
const leastSlots = 1 << 16

/**
 * Files the texts of documents under keys, each key once in a column. Most words are met again and again: they are
 * known by what their letters add up to, and no text is cut out for them.
 */
export class WordPieces {
  #slots = new Int32Array(leastSlots)
  #pieces: Piece[] = []
  #keys = new Map<string, Key>()
  #document = 0
  #columns: string[][] = []

  /** Begins a document: what is added from now on is put into `columns`, 32 at most. */
  begin(columns: string[][]): void {
    if (this.#pieces.length + this.#keys.size > 2 * mostKept) this.#forget()
    this.#document += 1
    this.#columns = columns
  }

  /** Adds the keys of all pieces of a text. */
  addText(text: string, column: number): void {
    const end = text.length
    let place = 0
    while (place < end) {
      let hash = 0
      const start = place
      for (; place < end; place += 1) {
        const code = text.charCodeAt(place)
        if (code < 128 ? isAsciiSign[code] === 1 : isWideSign(text, place, code)) break
        hash = (Math.imul(hash, 31) + code) | 0
      }
      if (place > start) this.#addPiece(text, start, place, hash, column)
      place += 1
    }
  }

  addKey(key: string, column: number): void {
    this.#put(this.#keyOf(key), column)
  }

  #addPiece(text: string, start: number, end: number, hash: number, column: number): void {
    const piece = this.#find(text, start, end, hash)
    if (this.#isFirst(piece, column)) for (const key of piece.keys) this.#put(key, column)
  }

  #put(key: Key, column: number): void {
    if (this.#isFirst(key, column)) this.#columns[column]?.push(key.text)
  }

  /** Whether it is met in the column of this document for the first time; from now on it is not. */
  #isFirst(seen: Seen, column: number): boolean {
    const bit = 1 << column
    if (seen.document !== this.#document) {
      seen.document = this.#document
      seen.columns = 0
    } else if (seen.columns & bit) return false
    seen.columns |= bit
    return true
  }

  #find(text: string, start: number, end: number, hash: number): Piece {
    const mask = this.#slots.length - 1
    for (let slot = mixed(hash) & mask; ; slot = (slot + 1) & mask) {
      const piece = this.#pieces[(this.#slots[slot] ?? 0) - 1]
      if (!piece) return this.#add(text.slice(start, end), hash, slot)
      if (piece.hash === hash && isAt(text, start, end, piece.text)) return piece
    }
  }

  #add(text: string, hash: number, slot: number): Piece {
    const keys = keysOfPiece(text).map((key) => this.#keyOf(key))
    const piece: Piece = { text, hash, keys, document: 0, columns: 0 }
    // A long one is hardly ever met again.
    if (text.length >= longestKey) return piece
    this.#pieces.push(piece)
    this.#slots[slot] = this.#pieces.length
    if (this.#pieces.length * 2 > this.#slots.length) this.#grow()
    return piece
  }

  #keyOf(text: string): Key {
    const known = this.#keys.get(text)
    if (known) return known
    const key: Key = { text, document: 0, columns: 0 }
    this.#keys.set(text, key)
    return key
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 2)
    const mask = this.#slots.length - 1
    for (const [place, { hash }] of this.#pieces.entries()) {
      let slot = mixed(hash) & mask
      while (this.#slots[slot]) slot = (slot + 1) & mask
      this.#slots[slot] = place + 1
    }
  }

  #forget(): void {
    this.#slots = new Int32Array(leastSlots)
    this.#pieces = []
    this.#keys = new Map()
  }
}

function isWideSign(text: string, place: number, code: number): boolean {
  // No sign beyond ASCII but blanks, and none of those between the last of Latin-1 and the first of Ogham.
  if (code !== 0xa0 && code < 0x1680) return false
  return signs.test(text.charAt(place))
}

function isAt(text: string, start: number, end: number, piece: string): boolean {
  if (piece.length !== end - start) return false
  for (let place = 0; place < piece.length; place += 1)
    if (text.charCodeAt(start + place) !== piece.charCodeAt(place)) return false
  return true
}

/** Sums of letters lie close together: spread over the slots they meet less often. */
function mixed(hash: number): number {
  const spread = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return spread ^ (spread >>> 13)
}
