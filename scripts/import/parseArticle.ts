import { ClearError } from '../setup/clearError.mjs'
import { isBreadcrumb, type Leftover, type LineUse, toFurniture, type Use } from './lineUse.ts'
import { isFactList, type ParsedFact, parseFact } from './parseFact.ts'
import { type Line, readLines } from './readLines.ts'
import { toRuns } from './toRuns.ts'

export interface ParsedPoint {
  text: string
  line: number
}

export type ParsedSection =
  | { kind: 'keyPoints'; heading: string; points: ParsedPoint[] }
  | { kind: 'passage'; heading: string | undefined; paragraphs: string[] }

export interface ParsedFactBox {
  heading: string | undefined
  facts: ParsedFact[]
}

/** An article as its text gives it: nothing is looked up yet. `lines` accounts for every line that is not blank. */
export interface ParsedArticle {
  headline: string
  standfirst: string | undefined
  sections: ParsedSection[]
  factBoxes: ParsedFactBox[]
  closing: string[]
  lines: LineUse[]
}

const longestHeadline = 200

/**
 * Reads a plain-text article.
 *
 * @throws ClearError when the text has no headline, or nothing after it.
 */
export function parseArticle(text: string): ParsedArticle {
  const reading = new Reading()
  for (const run of toRuns(readLines(text))) {
    if (run.kind === 'bullets') reading.takeBullets(run.bullets, run.gapBefore)
    else reading.takeText(run.lines, run.isHeading)
  }
  return reading.finish()
}

/** The state of one reading, from the first line to the last. */
class Reading {
  private headline: string | undefined
  private standfirst: string | undefined
  private readonly sections: ParsedSection[] = []
  private readonly factBoxes: ParsedFactBox[] = []
  private readonly lines: LineUse[] = []
  private heading: { text: string; entries: { line: Line; use: Use }[] } | undefined
  /** Paragraphs since the last bullets: a passage if more follows, the closing if not. */
  private paragraphs: { text: string; entries: { line: Line; use: Use }[] }[] = []
  private ended = false

  takeText(lines: Line[], isHeading: boolean): void {
    const text = lines.map((line) => line.text).join(' ')
    const leftover = this.toLeftover(text)
    if (leftover) this.leave(lines, leftover)
    else if (this.headline === undefined) this.takeHeadline(lines, text)
    else if (isHeading) this.takeHeading(lines, text)
    else if (this.standfirst === undefined && !this.heading && this.sections.length === 0) {
      this.standfirst = text
      this.use(lines, 'standfirst')
    } else this.paragraphs.push({ text, entries: this.use(lines, 'closing') })
  }

  takeBullets(bullets: Line[][], gapBefore: number): void {
    const lines = bullets.flat()
    if (this.headline === undefined) throw noHeadline()
    if (this.ended) {
      this.leave(lines, 'after the article')
      return
    }
    const points = bullets.map(toPoint)
    if (isFactList(points.map(({ text }) => text)) || this.continuesFactBox(points, gapBefore)) {
      this.takeFacts(points, lines, gapBefore)
    } else this.takePoints(points, lines)
  }

  finish(): ParsedArticle {
    if (this.headline === undefined) throw noHeadline()
    const closing = this.takeClosing()
    if (this.sections.length === 0 && closing.length === 0) {
      throw new ClearError(
        'This file has a headline but no key points or paragraphs after it: it does not read as an article.',
      )
    }
    return {
      headline: this.headline,
      standfirst: this.standfirst,
      sections: this.sections,
      factBoxes: this.factBoxes,
      closing,
      lines: this.lines,
    }
  }

  private toLeftover(text: string): Leftover | undefined {
    if (this.headline === undefined) return isBreadcrumb(text) ? 'breadcrumb' : undefined
    const found = toFurniture(text)
    if (found === 'picture name' && !text.startsWith(this.headline.slice(0, 40))) return 'related article'
    return found ?? (this.ended ? 'after the article' : undefined)
  }

  private takeHeadline(lines: Line[], text: string): void {
    const [first, ...rest] = lines
    // A first line that is a whole sentence or more above a text of its own is still the headline; a paragraph is not.
    const headline = rest.length > 0 && first ? first.text : text
    if (headline.length > longestHeadline || /[.!?] \p{Lu}/u.test(headline)) throw noHeadline()
    this.headline = headline.replace(/\.$/, '')
    this.use(lines.slice(0, headline === text ? undefined : 1), 'headline')
    if (headline !== text) this.takeText(rest, false)
  }

  private takeHeading(lines: Line[], text: string): void {
    this.endPassage()
    this.heading = { text: text.replace(/\s*:$/, ''), entries: this.use(lines, 'section heading') }
  }

  private takePoints(points: ParsedPoint[], lines: Line[]): void {
    this.endPassage({ keepHeading: true })
    const last = this.sections.at(-1)
    this.use(lines, 'key point')
    if (!this.heading && last?.kind === 'keyPoints') last.points.push(...points)
    else this.sections.push({ kind: 'keyPoints', heading: this.heading?.text ?? 'Key points', points })
    this.heading = undefined
  }

  private takeFacts(points: ParsedPoint[], lines: Line[], gapBefore: number): void {
    this.endPassage({ keepHeading: true })
    for (const entry of this.heading?.entries ?? []) entry.use = 'fact box heading'
    const continued =
      !this.heading && this.continuesFactBox(points, gapBefore) ? this.factBoxes.at(-1) : undefined
    const box = continued ?? { heading: this.heading?.text, facts: [] }
    if (!continued) this.factBoxes.push(box)
    box.facts.push(...points.map(({ text, line }) => parseFact(text, line)))
    this.use(lines, 'fact')
    this.heading = undefined
  }

  /** Facts set apart by single blank lines are one box, until a label comes a second time. */
  private continuesFactBox(points: ParsedPoint[], gapBefore: number): boolean {
    const box = this.factBoxes.at(-1)
    const previous = this.lines.at(-1)
    if (!box || this.heading || gapBefore > 1 || !previous || !('use' in previous) || previous.use !== 'fact')
      return false
    const kinds = points.map(({ text, line }) => parseFact(text, line).kind)
    return kinds.every((kind) => kind === 'other' || !box.facts.some((fact) => fact.kind === kind))
  }

  /**
   * What stood between two lists is a passage, under the heading above it; a heading with bullets still
   * to come stays theirs, and the passage goes before them.
   */
  private endPassage({ keepHeading = false } = {}): void {
    if (this.paragraphs.length === 0 && (keepHeading || !this.heading)) return
    for (const { entries } of this.paragraphs) for (const entry of entries) entry.use = 'passage'
    const paragraphs = this.paragraphs.map(({ text }) => text)
    this.sections.push({ kind: 'passage', heading: keepHeading ? undefined : this.heading?.text, paragraphs })
    if (!keepHeading) this.heading = undefined
    this.paragraphs = []
  }

  private takeClosing(): string[] {
    if (this.heading) {
      this.endPassage()
      return []
    }
    return this.paragraphs.map(({ text }) => text)
  }

  private use(lines: Line[], use: Use): { line: Line; use: Use }[] {
    const entries = lines.map((line) => ({ line, use }))
    this.lines.push(...entries)
    return entries
  }

  private leave(lines: Line[], leftover: Leftover): void {
    this.lines.push(...lines.map((line) => ({ line, leftover })))
    if (leftover === '“find more” line') this.ended = true
  }
}

function toPoint(lines: Line[]): ParsedPoint {
  return { text: lines.map((line) => line.text).join(' '), line: lines[0]?.number ?? 0 }
}

function noHeadline(): ClearError {
  return new ClearError(
    'This file does not begin with a headline (one line above the text), so it does not read as an article.',
  )
}
