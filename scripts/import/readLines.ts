/** One line of the file. `number` counts from 1, blank lines included. */
export interface Line {
  number: number
  kind: 'bullet' | 'text'
  text: string
  indented: boolean
  /** Blank lines between this line and the one before. */
  gapBefore: number
}

const bullet = /^\s*(?:[•‣◦▪●■·⁃∙*–—-]|\d{1,2}[.)])\s+(?=\S)/u

/** The lines that hold anything, in order. */
export function readLines(text: string): Line[] {
  const lines: Line[] = []
  let gap = 0
  for (const [index, raw] of text.split('\n').entries()) {
    const words = tidy(raw)
    if (words === '') {
      gap += 1
      continue
    }
    const isBullet = bullet.test(raw)
    lines.push({
      number: index + 1,
      kind: isBullet ? 'bullet' : 'text',
      text: isBullet ? tidy(raw.replace(bullet, '')) : words,
      indented: /^\s/.test(raw),
      gapBefore: gap,
    })
    gap = 0
  }
  return lines
}

/**
 * Every space: in a group of its own a no-break one where a text wants it, between a figure and its unit and at French
 * quotes and marks. Word sets others anywhere.
 */
const spaces =
  /((?<=\d)[\u00A0\u202F](?=[\p{L}\p{Sc}\d%°])|(?<=«)[\u00A0\u202F](?=\S)|(?<=\S)[\u00A0\u202F](?=[»:;!?]))|[\s\u200B\u2060]+/gu

/** Spaces of every kind become one plain space, but for the no-break ones that are in their place. */
function tidy(text: string): string {
  return text.replace(spaces, (_, inPlace: string | undefined) => inPlace ?? ' ').trim()
}
