import type { Line } from './readLines.ts'

/** Lines that belong together: a paragraph or heading, or bullets with the lines that continue them. */
export type Run =
  | { kind: 'text'; lines: Line[]; isHeading: boolean }
  | { kind: 'bullets'; bullets: Line[][]; gapBefore: number }

const longestHeading = 100

export function toRuns(lines: Line[]): Run[] {
  const runs: Run[] = []
  lines.forEach((line, index) => {
    const last = runs.at(-1)
    const next = lines[index + 1]
    if (line.kind === 'bullet') {
      if (last?.kind === 'bullets' && line.gapBefore === 0) last.bullets.push([line])
      else runs.push({ kind: 'bullets', bullets: [[line]], gapBefore: line.gapBefore })
    } else if (isHeading(line, next)) runs.push({ kind: 'text', lines: [line], isHeading: true })
    else if (last && line.gapBefore === 0 && continues(line, last)) linesOf(last)?.push(line)
    else runs.push({ kind: 'text', lines: [line], isHeading: false })
  })
  return runs
}

/** A line that ends in a colon, or one that stands above bullets and is no sentence. */
function isHeading(line: Line, next: Line | undefined): boolean {
  if (line.text.length > longestHeading || line.indented || /^\p{Ll}/u.test(line.text)) return false
  return line.text.endsWith(':') || (next?.kind === 'bullet' && !/[.!?…,;]["”’)]*$/.test(line.text))
}

function continues(line: Line, run: Run): boolean {
  if (run.kind === 'bullets') return line.indented || /^[\p{Ll}\d(“"]/u.test(line.text)
  return !run.isHeading
}

/** Where a continuing line goes: the last bullet, or the paragraph. */
function linesOf(run: Run): Line[] | undefined {
  return run.kind === 'bullets' ? run.bullets.at(-1) : run.lines
}
