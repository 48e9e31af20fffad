import { isRecord } from './isRecord.ts'
import { seam, wordsWithSeams } from './seamedWords.ts'

/** Among the fields of a selection: the words of the whole document, for `textOf`. No attribute has the name. */
export const wholeText = '\0text'

/**
 * The words of a document as `text::query` looks for them, told apart by the paths that their strings stand at
 * (`headline`, `sections[].points[].text`). Fields whose names begin with `_` are the lake's own and left out. It
 * takes a third of the room of the document and is made once for many searches.
 */
export class DocumentText {
  readonly #text: string
  readonly #paths: Paths
  /** Where in the text the strings of each path end. */
  readonly #ends: Uint32Array

  constructor(document: Record<string, unknown>) {
    const strings = new Map<string, string[]>()
    collectFields(document, '', strings)
    this.#text = narrow(wordsWithSeams([...strings.values()].flat()))
    this.#paths = knownPaths([...strings.keys()])
    this.#ends = endsOf(this.#text, [...strings.values()])
  }

  /** In characters. */
  get size(): number {
    return this.#text.length
  }

  /** The words of all strings at the path and below it, every string in spaces; `''` is the path of the document. */
  at(path: string): string {
    if (path === '') return this.#text
    let found = ''
    for (const place of this.#paths.below(path)) {
      const text = this.#text.slice(this.#ends[place - 1] ?? 0, this.#ends[place])
      found = found === '' ? text : found + text
    }
    return found
  }
}

/** Whether `text::query` looks below an attribute of this name. What a query itself has hidden begins with U+0001. */
export function isSearched(name: string): boolean {
  return !name.startsWith('_') && !name.startsWith('\u0001')
}

const text = Symbol('text')

/** A part of a document that has the text of the whole. Copies of it have it, too. */
export function withText<T extends object>(part: T, whole: DocumentText): T {
  return { ...part, [text]: whole }
}

const texts = new WeakMap<object, DocumentText>()

/** The text of a document, or that of the whole of which it is a part. */
export function textOf(document: Record<string, unknown>): DocumentText {
  const whole: unknown = Reflect.get(document, text)
  const known = whole instanceof DocumentText ? whole : texts.get(document)
  if (known) return known
  const made = new DocumentText(document)
  texts.set(document, made)
  return made
}

const plainName = /^[A-Za-z_]\w*$/

function collectFields(value: Record<string, unknown>, above: string, strings: Map<string, string[]>): void {
  for (const name in value)
    if (isSearched(name))
      collectBelow(value[name], `${above}${plainName.test(name) ? name : JSON.stringify(name)}`, strings)
}

function collectBelow(value: unknown, path: string, strings: Map<string, string[]>): void {
  if (typeof value === 'string') {
    const known = strings.get(path)
    if (known) known.push(value)
    else strings.set(path, [value])
  } else if (Array.isArray(value)) {
    for (const element of value) collectBelow(element, `${path}[]`, strings)
  } else if (isRecord(value)) collectFields(value, `${path}.`, strings)
}

/** Latin letters in a byte each: a text has two for each of them when there was but one curly quote in it. */
function narrow(words: string): string {
  return /[^\0-\xff]/.test(words) ? words : Buffer.from(words, 'latin1').toString('latin1')
}

/** A seam belongs to the string before it. */
function endsOf(text: string, strings: readonly (readonly string[])[]): Uint32Array {
  const ends = new Uint32Array(strings.length)
  let end = 0
  for (const [place, { length }] of strings.entries()) {
    for (let string = 0; string < length; string += 1) {
      const next = text.indexOf(seam, end)
      end = next === -1 ? text.length : next + 1
    }
    ends[place] = end
  }
  return ends
}

/** The paths of documents of one form, of which there are few. */
class Paths {
  readonly #paths: readonly string[]
  readonly #below = new Map<string, readonly number[]>()

  constructor(paths: readonly string[]) {
    this.#paths = paths
  }

  below(path: string): readonly number[] {
    const known = this.#below.get(path)
    if (known) return known
    const found = this.#paths.flatMap((each, place) =>
      each === path || each.startsWith(`${path}.`) || each.startsWith(`${path}[`) ? [place] : [],
    )
    if (this.#below.size >= mostAsked) this.#below.clear()
    this.#below.set(path, found)
    return found
  }
}

const [mostForms, mostAsked] = [2000, 100]
const forms = new Map<string, Paths>()

function knownPaths(paths: readonly string[]): Paths {
  const key = paths.join('\n')
  const known = forms.get(key)
  if (known) return known
  const made = new Paths(paths)
  if (forms.size >= mostForms) forms.clear()
  forms.set(key, made)
  return made
}
