import { addressOfDocument, routes } from '../routes.ts'
import { type ChangedDocument, parseChange } from './changedDocument.ts'
import { monthOfTag, tags } from './tags.ts'
import { tagsOfChange } from './tagsOfChange.ts'

/**
 * The addresses that a change is seen at, as far as the document alone tells: its own, before and after, and the
 * front, the atlas, the masthead and the lists of all articles where what stands behind them changed.
 */
export const addressesOfChange = (before: unknown, after: unknown): string[] => {
  const change = parseChange(before, after)
  const own = [change.after, change.before].flatMap(ownAddresses)
  const touched = new Set(tagsOfChange(before, after))
  return [
    ...new Set([
      ...own,
      ...(touched.has(tags.latest()) || touched.has(tags.categories()) || touched.has(tags.banners())
        ? [routes.front()]
        : []),
      ...(touched.has(tags.countries()) ? [routes.countries()] : []),
      ...listsOf(touched),
    ]),
  ]
}

/** A story is told from its beginning at a second address. */
const ownAddresses = (document: ChangedDocument | undefined): string[] => {
  const address = ownAddress(document)
  if (address === undefined) return []
  return document?._type === 'story' && document.slug !== undefined
    ? [address, routes.storyFromStart(document.slug)]
    : [address]
}

const listsOf = (touched: ReadonlySet<string>): string[] => {
  const months = [...touched].flatMap((tag) => monthOfTag(tag) ?? [])
  const storyMoved = [...touched].some((tag) => tag.startsWith(tags.articlesOf('story', '')))
  return [
    ...(touched.has(tags.latest()) ? [routes.latest()] : []),
    ...months.map(routes.archive),
    ...(months.length > 0 ? [routes.archiveIndex()] : []),
    ...(touched.has(tags.corrections()) ? [routes.corrections()] : []),
    ...(storyMoved || touched.has(tags.stories()) ? [routes.stories()] : []),
  ]
}

/** The address at which a document is seen first: its page, or where a redirect begins; undefined for documents that have no page. */
export const ownAddress = (document: ChangedDocument | undefined): string | undefined => {
  if (document === undefined) return undefined
  const { _type, slug, from } = document
  if (_type === 'redirect') return from
  if (_type === 'front' || _type === 'siteSettings' || _type === 'banner') return routes.front()
  return slug === undefined ? undefined : addressOfDocument(_type, slug)
}
