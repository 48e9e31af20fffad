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
  hash: number
  /** Where its letters are among those that are kept. */
  start: number
  length: number
  keys: readonly Key[]
}

/** Signs that no word and no token of `match` goes beyond, so that each piece between them is known by itself. */
const signs = /[\s!@#$%^&*(),\\/?";:{}|[\]+<>-]/
const [letter, sign] = [1, 2]
/** Whether a unit of a text is a letter or a sign; 0 until it is met. */
const kinds = new Uint8Array(1 << 16)

/** So many pieces are kept beyond the document that they were met in. */
const mostKept = 20_000
const leastSlots = 1 << 16
/** Room for the letters of a text: few have more than the first, and more than the second is given back. */
const [leastLetters, mostLetters] = [1 << 14, 1 << 18]

/**
 * Files the texts of documents under keys, each key once in a column. Most words are met again and again: they are
 * known by what their letters add up to, and no text is cut out for them. Letters are looked at as numbers, all of a
 * text written out at once, which takes half of the time that asking a string for each does.
 */
export class WordPieces {
  #slots = new Int32Array(leastSlots)
  #pieces: Piece[] = []
  /** The letters of all pieces, and how many there are. */
  #kept = new Uint16Array(leastLetters)
  #keptCount = 0
  /** The letters of the text that is read. */
  #letters = new Uint16Array(leastLetters)
  #keys = new Map<string, Key>()
  #document = 0
  #columns: string[][] = []

  /** Begins a document: what is added from now on is put into `columns`, 32 at most. */
  begin(columns: string[][]): void {
    if (this.#pieces.length + this.#keys.size > 2 * mostKept) this.#forget()
    if (this.#letters.length > mostLetters) this.#letters = new Uint16Array(leastLetters)
    this.#document += 1
    this.#columns = columns
  }

  /** Adds the keys of all pieces of a text. */
  addText(text: string, column: number): void {
    const end = text.length
    const letters = this.#spell(text)
    let place = 0
    while (place < end) {
      let hash = 0
      const start = place
      for (; place < end; place += 1) {
        const code = letters[place] ?? 0
        if ((kinds[code] || kindOf(code)) === sign) break
        hash = (Math.imul(hash, 31) + code) | 0
      }
      if (place > start) this.#addPiece(text, start, place, hash, column)
      place += 1
    }
  }

  addKey(key: string, column: number): void {
    this.#put(this.#keyOf(key), column)
  }

  #spell(text: string): Uint16Array {
    if (text.length > this.#letters.length)
      this.#letters = new Uint16Array(Math.max(text.length, 2 * this.#letters.length))
    const { buffer } = this.#letters
    Buffer.from(buffer).write(text, 'utf16le')
    return this.#letters
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
      if (piece.hash === hash && piece.length === end - start && this.#isAt(start, piece)) return piece
    }
  }

  #add(text: string, hash: number, slot: number): Piece {
    const keys = keysOfPiece(text).map((key) => this.#keyOf(key))
    const { length } = text
    const piece: Piece = { hash, start: this.#keptCount, length, keys, document: 0, columns: 0 }
    // A long one is hardly ever met again.
    if (length >= longestKey) return piece
    this.#keep(text)
    this.#pieces.push(piece)
    this.#slots[slot] = this.#pieces.length
    if (this.#pieces.length * 2 > this.#slots.length) this.#grow()
    return piece
  }

  #isAt(start: number, piece: Piece): boolean {
    for (let place = 0; place < piece.length; place += 1)
      if (this.#letters[start + place] !== this.#kept[piece.start + place]) return false
    return true
  }

  #keep(text: string): void {
    if (this.#keptCount + text.length > this.#kept.length) {
      const larger = new Uint16Array(2 * this.#kept.length)
      larger.set(this.#kept)
      this.#kept = larger
    }
    for (let place = 0; place < text.length; place += 1)
      this.#kept[this.#keptCount + place] = text.charCodeAt(place)
    this.#keptCount += text.length
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
    this.#kept = new Uint16Array(leastLetters)
    this.#keptCount = 0
    this.#keys = new Map()
  }
}

function kindOf(code: number): number {
  const kind = signs.test(String.fromCharCode(code)) ? sign : letter
  kinds[code] = kind
  return kind
}

/** Sums of letters lie close together: spread over the slots they meet less often. */
function mixed(hash: number): number {
  const spread = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return spread ^ (spread >>> 13)
}
