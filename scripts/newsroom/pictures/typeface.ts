import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import opentype, { type Font, type PathCommand } from 'opentype.js'
import { el, tidy } from './svg.ts'

const faces = {
  serif: 'newsreader/files/newsreader-{subset}-600-normal.woff',
  serifItalic: 'newsreader/files/newsreader-{subset}-500-italic.woff',
  sans: 'public-sans/files/public-sans-{subset}-600-normal.woff',
  sansRegular: 'public-sans/files/public-sans-{subset}-500-normal.woff',
} as const

export type Face = keyof typeof faces

export interface TextLine {
  text: string
  x: number
  y: number
  size: number
  face: Face
  fill: string
  anchor?: 'start' | 'middle' | 'end'
  /** A line of this colour around the letters, so that they stand clear of a map. */
  halo?: string
}

const require = createRequire(import.meta.url)
const loaded = new Map<Face, Font[]>()

/** Text as paths from our own typefaces, so that the picture is the same on a machine with other fonts. */
export function textLine(line: TextLine): string {
  const width = textWidth(line)
  const start =
    line.anchor === 'middle' ? line.x - width / 2 : line.anchor === 'end' ? line.x - width : line.x
  const d = runsOf(line)
    .reduce(
      ({ x, paths }, run) => ({
        x: x + run.font.getAdvanceWidth(run.text, line.size),
        paths: [...paths, toPathData(run.font.getPath(run.text, x, line.y, line.size).commands)],
      }),
      { x: start, paths: [] as string[] },
    )
    .paths.join('')
  const letters = el('path', { d, fill: line.fill })
  if (!line.halo) return letters
  const halo = {
    d,
    fill: 'none',
    stroke: line.halo,
    'stroke-width': tidy(line.size / 5),
    'stroke-linejoin': 'round',
  }
  return el('path', halo) + letters
}

/** Written here because the library's own writer turns coordinates close to nought into NaN. */
const toPathData = (commands: PathCommand[]) =>
  commands
    .map((command) => {
      const { type, ...points } = command
      const at = { x1: 0, y1: 0, x2: 0, y2: 0, x: 0, y: 0, ...points }
      const pairs = { M: [at.x, at.y], L: [at.x, at.y], Q: [at.x1, at.y1, at.x, at.y], Z: [] }
      const numbers = type === 'C' ? [at.x1, at.y1, at.x2, at.y2, at.x, at.y] : pairs[type]
      return `${type}${numbers.map(tidy).join(' ')}`
    })
    .join('')

/** Width in pixels. */
export const textWidth = (line: Pick<TextLine, 'text' | 'size' | 'face'>) =>
  runsOf(line).reduce((sum, run) => sum + run.font.getAdvanceWidth(run.text, line.size), 0)

/** Words put into lines of at most `width` pixels. */
export function wrapText(text: string, face: Face, size: number, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word
    if (lines.length > 0 && textWidth({ text: longer, face, size }) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

/** Neighbouring letters that one font file has; letters beyond plain Latin are in a second file. */
function runsOf({ text, face }: Pick<TextLine, 'text' | 'face'>): { font: Font; text: string }[] {
  const fonts = fontsOf(face)
  const runs: { font: Font; text: string }[] = []
  for (const letter of text) {
    const font = fonts.find((candidate) => candidate.charToGlyphIndex(letter) > 0)
    if (!font) throw new Error(`the typeface ${face} has no letter "${letter}"`)
    const last = runs.at(-1)
    if (last?.font === font) last.text += letter
    else runs.push({ font, text: letter })
  }
  return runs
}

function fontsOf(face: Face): Font[] {
  const known = loaded.get(face)
  if (known) return known
  const fonts = ['latin', 'latin-ext'].map((subset) => {
    const bytes = readFileSync(require.resolve(`@fontsource/${faces[face].replace('{subset}', subset)}`))
    return opentype.parse(new Uint8Array(bytes).buffer)
  })
  loaded.set(face, fonts)
  return fonts
}
