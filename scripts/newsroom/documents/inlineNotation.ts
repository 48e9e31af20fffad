/**
 * The light notation inside a paragraph: `**strong**`, `*em*`, `[text](https://…)`,
 * `[[country:armenia|Armenia]]`, `[[article:slug|text]]`, and `\` before a sign that is meant as itself.
 */
export interface Span {
  _type: 'span'
  _key: string
  text: string
  marks: string[]
}

export type MarkDef =
  | { _type: 'link'; _key: string; href: string }
  | { _type: 'mention'; _key: string; document: { _type: 'reference'; _ref: string } }

export interface InlineText {
  children: Span[]
  markDefs: MarkDef[]
}

export class NotationError extends Error {
  override name = 'NotationError'
}

const token =
  /\\(?<escaped>[*[\]\\])|(?<strong>\*\*)|(?<em>\*)|\[\[(?<kind>country|article):(?<slug>[a-z0-9-]+)\|(?<name>[^\]]+)\]\]|(?<mention>\[\[)|\[(?<label>[^\]]+)\]\((?<href>[^)\s]*)\)/g

/** One paragraph as spans and mark definitions; keys follow their order, so the same text gives the same keys. */
export function parseInline(text: string): InlineText {
  // Only the spaces that a file is laid out with: those that keep words together are the writer's.
  const line = /^ | $| {2}|[\t\r\n]/.test(text)
    ? text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '')
    : text
  // Most paragraphs have no notation.
  if (line !== '' && !/[*[\\]/.test(line))
    return { children: [{ _type: 'span', _key: 't1', text: line, marks: [] }], markDefs: [] }
  const writer = new SpanWriter()
  let end = 0
  for (const match of line.matchAll(token)) {
    writer.write(line.slice(end, match.index))
    end = match.index + match[0].length
    writeToken(writer, match.groups ?? {})
  }
  writer.write(line.slice(end))
  return writer.finish()
}

function writeToken(writer: SpanWriter, found: Record<string, string | undefined>): void {
  if (found.escaped) writer.write(found.escaped)
  else if (found.strong) writer.toggle('strong')
  else if (found.em) writer.toggle('em')
  else if (found.name) {
    const document = { _type: 'reference' as const, _ref: `${found.kind}-${found.slug}` }
    writer.annotate(found.name, (_key) => ({ _type: 'mention', _key, document }))
  } else if (found.label) {
    const href = checkedAddress(found.href ?? '')
    writer.annotate(found.label, (_key) => ({ _type: 'link', _key, href }))
  } else throw new NotationError('"[[" does not begin a mention such as [[country:armenia|Armenia]]')
}

function checkedAddress(href: string): string {
  if (!/^https:\/\/[^/\s]+/.test(href)) throw new NotationError(`the link "${href}" is not an https address`)
  return href
}

class SpanWriter {
  #children: Span[] = []
  #markDefs: MarkDef[] = []
  #open: string[] = []

  write(text: string): void {
    if (text === '') return
    const last = this.#children.at(-1)
    if (last && last.marks.join() === this.#open.join()) last.text += text
    else
      this.#children.push({
        _type: 'span',
        _key: `t${this.#children.length + 1}`,
        text,
        marks: [...this.#open],
      })
  }

  toggle(mark: 'strong' | 'em'): void {
    this.#open = this.#open.includes(mark)
      ? this.#open.filter((open) => open !== mark)
      : [...this.#open, mark]
  }

  annotate(text: string, toMarkDef: (key: string) => MarkDef): void {
    const key = `m${this.#markDefs.length + 1}`
    this.#markDefs.push(toMarkDef(key))
    this.#open.push(key)
    this.write(text)
    this.#open.pop()
  }

  finish(): InlineText {
    const left = this.#open[0]
    if (left) throw new NotationError(`${left} is opened and not closed`)
    if (this.#children.length === 0) throw new NotationError('there is no text')
    return { children: this.#children, markDefs: this.#markDefs }
  }
}
