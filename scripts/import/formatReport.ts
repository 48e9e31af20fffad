import { isLeftover, type LineUse } from './lineUse.ts'
import type { MatchedFactBox } from './matchFactBoxes.ts'

const width = 74

/** Every line of the file that is not blank, and what became of it. */
export function formatLines(lines: LineUse[]): string {
  const rows = [...lines]
    .sort((one, other) => one.line.number - other.line.number)
    .map((entry) => {
      const use = isLeftover(entry) ? `LEFT OUT: ${entry.leftover}` : entry.use
      return `${String(entry.line.number).padStart(5)}  ${use.padEnd(26)}  ${shorten(entry.line.text)}`
    })
  const leftOut = lines.filter(isLeftover).length
  const total = `${lines.length} lines: ${lines.length - leftOut} used, ${leftOut} left out.`
  return [' line  used as                     text', ...rows, total].join('\n')
}

/** What each fact box holds against the country's own document. */
export function formatFacts(boxes: MatchedFactBox[]): string {
  return boxes
    .flatMap(({ country, facts }) => [
      country
        ? `Fact box of ${country.name}, ${facts.length} facts:`
        : `Fact box of no country that is known here, ${facts.length} facts left out (name its capital, or make the country first):`,
      ...facts.map((fact) => {
        const verdict = country ? ` (${formatVerdict(fact)})` : ''
        return `${String(fact.line).padStart(5)}  ${fact.kind}: ${fact.value}${verdict}`
      }),
    ])
    .join('\n')
}

function formatVerdict(fact: MatchedFactBox['facts'][number]): string {
  switch (fact.verdict) {
    case 'known':
      return 'its document says so already'
    case 'new':
      return 'new: added to its draft, to be checked'
    case 'differs':
      return `its document says “${fact.was}”: changed in its draft, to be checked`
  }
}

export function formatList(title: string, sentences: string[]): string {
  return [title, ...sentences.map((sentence) => `  - ${sentence}`)].join('\n')
}

function shorten(text: string): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`
}
