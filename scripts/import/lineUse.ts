import type { Line } from './readLines.ts'

/** What the draft takes a line for. */
export type Use =
  | 'headline'
  | 'standfirst'
  | 'section heading'
  | 'key point'
  | 'passage'
  | 'fact box heading'
  | 'fact'
  | 'closing'

/** Why a line is not in the draft. */
export type Leftover =
  | 'breadcrumb'
  | 'byline'
  | '“find more” line'
  | 'picture name'
  | 'related article'
  | 'after the article'

export type LineUse = { line: Line } & ({ use: Use } | { leftover: Leftover })

export const isLeftover = (entry: LineUse): entry is { line: Line; leftover: Leftover } => 'leftover' in entry

const furniture: [Leftover, RegExp][] = [
  [
    '“find more” line',
    /^(?:find|read|see|discover|explore) (?:more|also|all)\b|^also read\b|^click here\b|\bhere$/i,
  ],
  ['picture name', /(?:_\d+(?:\.\d+)*|\.(?:jpe?g|png|gif|webp|tiff?|heic))$/i],
  ['byline', /^[Bb]y \p{Lu}[\p{L}.'’-]*(?:,? (?:and |& )?\p{Lu}[\p{L}.'’-]*)*$/u],
]

/** Lines that come with an article from a website and are no part of it. */
export function toFurniture(text: string): Leftover | undefined {
  return furniture.find(([, pattern]) => pattern.test(text))?.[0]
}

/** "Home » Conflict » …", the way through the site that the text was copied from. */
export function isBreadcrumb(text: string): boolean {
  return /\s[»›>]\s/.test(text) && (/^home\b/i.test(text) || text.split(/\s[»›>]\s/).length > 2)
}
