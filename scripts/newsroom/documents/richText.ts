import { type InlineText, parseInline } from './inlineNotation.ts'

type Style = 'normal' | 'h3' | 'blockquote'

export interface Block extends InlineText {
  _type: 'block'
  _key: string
  style: Style
  listItem?: 'bullet' | 'number'
  level?: number
}

interface Paragraph {
  text: string
  style: Style
  listItem?: 'bullet' | 'number'
}

/**
 * Paragraphs parted by blank lines; `### ` begins a heading, `> ` a quotation, `- ` and `1. ` items of lists.
 * Throws NotationError.
 */
export function parseRichText(text: string): Block[] {
  return text
    .trim()
    .split(/\n\s*\n/)
    .flatMap(toParagraphs)
    .map((paragraph, index) => toBlock(paragraph, `b${index + 1}`))
}

/** A key point's text: one block. */
export function parsePointText(text: string): Block[] {
  return [toBlock({ text, style: 'normal' }, 'b1')]
}

function toParagraphs(chunk: string): Paragraph[] {
  const lines = chunk.split('\n').map((line) => line.trim())
  if (lines.every((line) => /^([-•]|\d+\.) /.test(line))) return lines.map(toListItem)
  const whole = lines.join(' ')
  if (whole.startsWith('### ')) return [{ text: whole.slice(4), style: 'h3' }]
  if (whole.startsWith('> '))
    return [{ text: lines.map((line) => line.replace(/^> ?/, '')).join(' '), style: 'blockquote' }]
  return [{ text: whole, style: 'normal' }]
}

const toListItem = (line: string): Paragraph => ({
  text: line.replace(/^\S+ /, ''),
  style: 'normal',
  listItem: /^\d/.test(line) ? 'number' : 'bullet',
})

function toBlock({ text, style, listItem }: Paragraph, key: string): Block {
  const list = listItem ? { listItem, level: 1 } : {}
  return { _type: 'block', _key: key, style, ...list, ...parseInline(text) }
}
