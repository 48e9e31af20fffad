import type { Mention } from './findMentions.ts'
import type { KeySource } from './keys.ts'
import type { StoredBlock } from './storedArticle.ts'

/** A paragraph as Portable Text, with its mentions as annotations. */
export function toBlock(
  text: string,
  {
    newKey,
    mentions = [],
    style = 'normal',
  }: { newKey: KeySource; mentions?: Mention[]; style?: 'normal' | 'h3' },
): StoredBlock {
  const key = newKey(`block ${text}`)
  const span = (words: string, marks: string[]) =>
    words === ''
      ? []
      : [{ _type: 'span' as const, _key: newKey(`span ${text} ${words}`), text: words, marks }]
  const marked = mentions.map((mention) => ({ ...mention, key: newKey(`mention ${text} ${mention.name}`) }))
  let end = 0
  const children = marked.flatMap((mention) => {
    const before = span(text.slice(end, mention.start), [])
    end = mention.end
    return [...before, ...span(text.slice(mention.start, mention.end), [mention.key])]
  })
  return {
    _type: 'block',
    _key: key,
    style,
    markDefs: marked.map((mention) => ({
      _type: 'mention',
      _key: mention.key,
      document: { _type: 'reference', _ref: mention.countryId },
    })),
    children: [...children, ...span(text.slice(end), [])],
  }
}
