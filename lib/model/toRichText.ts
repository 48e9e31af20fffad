import type { StoredMentioned } from '../../sanity/queries/mentioned.ts'
import type { StoredBlock, StoredRichText } from '../../sanity/queries/parts/richText.ts'
import { routes } from '../routes.ts'
import type { RichText, RichTextBlock } from './common.ts'

/** Documents that text mentions, by id. */
export type Mentions = ReadonlyMap<string, StoredMentioned>

/** Text for readers: mentions become addresses; a mention of what is not published stays as plain words. */
export const toRichText = (stored: StoredRichText, mentions: Mentions): RichText =>
  stored.map((block) => toBlock(block, mentions))

/** The ids of all documents that the text mentions. */
export const mentionsIn = (stored: StoredRichText): string[] =>
  stored.flatMap(({ markDefs }) =>
    markDefs.flatMap((mark) => (mark._type === 'mention' && mark.mentions ? [mark.mentions] : [])),
  )

/** The words of the text alone. */
export const plainTextOf = (stored: StoredRichText): string =>
  stored.map(({ children }) => children.map(({ text }) => text).join('')).join('\n')

const toBlock = (block: StoredBlock, mentions: Mentions): RichTextBlock => {
  const markDefs = block.markDefs.flatMap((mark): RichTextBlock['markDefs'] => {
    const href = mark._type === 'link' ? mark.href : hrefOfMention(mark.mentions, mentions)
    return href === undefined ? [] : [{ _type: mark._type, _key: mark._key, href }]
  })
  const known = new Set(['strong', 'em', ...markDefs.map(({ _key }) => _key)])
  const children = block.children.map((span) => ({
    ...span,
    marks: span.marks.filter((mark) => known.has(mark)),
  }))
  return { ...block, children, markDefs }
}

const hrefOfMention = (id: string | undefined, mentions: Mentions) => {
  const document = id === undefined ? undefined : mentions.get(id)
  if (document === undefined) return undefined
  return document._type === 'article' ? routes.article(document.slug) : routes.country(document.slug)
}
