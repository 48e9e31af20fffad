import type { BlockContent, List, PhrasingContent } from 'mdast'
import type { RichText, RichTextBlock } from '../model/common.ts'

type Span = RichTextBlock['children'][number]

/** Running text as nodes of Markdown's tree; addresses within the site are made whole with `origin`. */
export const toFlow = (text: RichText, origin: string): BlockContent[] => {
  const [first, ...rest] = text
  if (first === undefined) return []
  if (first.listItem === undefined) return [toBlockNode(first, origin), ...toFlow(rest, origin)]
  const end = text.findIndex((block) => !isInListOf(first, block))
  const items = end === -1 ? text : text.slice(0, end)
  return [toList(items, origin), ...toFlow(text.slice(items.length), origin)]
}

/** The words of one paragraph, with their marks and links. */
export const toPhrasing = ({ children, markDefs }: RichTextBlock, origin: string): PhrasingContent[] =>
  children.flatMap(apart).map((span) => withMarks(span, markDefs, origin))

/** The words of a span apart from the space around them, which needs no mark: Markdown has none for it. */
const apart = (span: Span): Span[] => {
  if (span.marks.length === 0) return span.text === '' ? [] : [span]
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(span.text) ?? []
  return [
    { ...span, text: before, marks: [] },
    { ...span, text: words },
    { ...span, text: after, marks: [] },
  ].filter(({ text }) => text !== '')
}

/** All paragraphs as one line of words, as a key point is printed. */
export const toLine = (text: RichText, origin: string): PhrasingContent[] =>
  text.flatMap((block, index) => [
    ...(index === 0 ? [] : [{ type: 'text' as const, value: ' ' }]),
    ...toPhrasing(block, origin),
  ])

const toBlockNode = (block: RichTextBlock, origin: string): BlockContent => {
  const children = toPhrasing(block, origin)
  if (block.style === 'h3') return { type: 'heading', depth: 3, children }
  const paragraph = { type: 'paragraph' as const, children }
  return block.style === 'blockquote' ? { type: 'blockquote', children: [paragraph] } : paragraph
}

const levelOf = ({ level }: RichTextBlock) => level ?? 1

/** Whether a block belongs to the list that `first` begins: its items, and lists within them. */
const isInListOf = (first: RichTextBlock, block: RichTextBlock) =>
  block.listItem !== undefined &&
  (levelOf(block) > levelOf(first) ||
    (levelOf(block) === levelOf(first) && block.listItem === first.listItem))

const toList = (blocks: RichTextBlock[], origin: string): List => {
  const level = Math.min(...blocks.map(levelOf))
  const starts = blocks.flatMap((block, index) => (levelOf(block) === level || index === 0 ? [index] : []))
  return {
    type: 'list',
    ordered: blocks[0]?.listItem === 'number',
    spread: false,
    children: starts.map((start, nth) => {
      const [item, ...below] = blocks.slice(start, starts[nth + 1])
      return {
        type: 'listItem' as const,
        spread: false,
        children: [
          ...(item === undefined ? [] : [{ type: 'paragraph' as const, children: toPhrasing(item, origin) }]),
          ...toFlow(below, origin),
        ],
      }
    }),
  }
}

const withMarks = (span: Span, markDefs: RichTextBlock['markDefs'], origin: string): PhrasingContent => {
  const text: PhrasingContent = { type: 'text', value: span.text }
  return span.marks.reduce<PhrasingContent>((inner, mark) => {
    if (mark === 'strong') return { type: 'strong', children: [inner] }
    if (mark === 'em') return { type: 'emphasis', children: [inner] }
    const link = markDefs.find(({ _key }) => _key === mark)
    return link === undefined
      ? inner
      : { type: 'link', url: new URL(link.href, `${origin}/`).href, children: [inner] }
  }, text)
}
