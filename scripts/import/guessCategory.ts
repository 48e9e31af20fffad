import type { Accent } from '../../lib/model/common.ts'

const words: [Accent, RegExp][] = [
  [
    'conflict',
    /\b(?:war|military|troops|offensive|ceasefire|artillery|missiles?|shelling|peacekeep\w*|casualt\w*|forces|attacks?|hostilities|conflicts?)\b/gi,
  ],
  [
    'economy',
    /\b(?:econom\w*|trade|exports?|imports?|inflation|markets?|currency|bank\w*|tariffs?|budget|investment|industr\w*|growth)\b/gi,
  ],
  [
    'climate',
    /\b(?:climate|emissions?|floods?|drought|heatwaves?|warming|renewable\w*|wildfires?|glaciers?|carbon)\b/gi,
  ],
  [
    'science',
    /\b(?:scien\w*|research\w*|spacecraft|satellites?|vaccines?|laborator\w*|astronom\w*|physic\w*|telescopes?)\b/gi,
  ],
  [
    'culture',
    /\b(?:film\w*|museums?|music|novels?|artists?|festival\w*|theatre|heritage|exhibition\w*|literature)\b/gi,
  ],
  [
    'society',
    /\b(?:schools?|education|health|hospitals?|migra\w*|religio\w*|housing|police|courts?|unions?)\b/gi,
  ],
]

const fewest = 3
const clearly = 2

/** The desk that an article's words speak for, by hue; undefined when no desk leads clearly: the editor decides. */
export function guessAccent(headline: string, body: string): Accent | undefined {
  const ranked = words
    .map(([accent, pattern]) => ({ accent, count: 3 * countIn(headline, pattern) + countIn(body, pattern) }))
    .sort((one, other) => other.count - one.count)
  const [first, second] = ranked
  if (!first || first.count < fewest) return undefined
  return first.count >= clearly * (second?.count ?? 0) ? first.accent : undefined
}

const countIn = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0
