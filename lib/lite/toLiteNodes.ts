import type { PhrasingContent, RootContent } from 'mdast'
import type { Words } from '../format/words/wordsFor.ts'
import { liteAddressOf } from '../routes.ts'

/** The same nodes for the lite pages: pictures become links to them, and links stay within the lite pages. */
export const toLiteNodes = (nodes: RootContent[], origin: string, words: Words): RootContent[] =>
  nodes.map((node) => toLiteNode(node, origin, words))

const toLiteNode = (node: RootContent, origin: string, words: Words): RootContent => {
  if (node.type === 'image') return pictureLink(node, words)
  if (!('children' in node)) return node
  const children = node.children.map((child) => toLiteNode(child, origin, words))
  const url = node.type === 'link' ? { url: liteUrl(node.url, origin) } : {}
  return Object.assign({}, node, { children }, url)
}

const liteUrl = (url: string, origin: string) => {
  if (!url.startsWith(`${origin}/`)) return url
  const href = url.slice(origin.length)
  return liteAddressOf(href) ?? href
}

const pictureLink = (
  { url, alt }: { url: string; alt?: string | null },
  { feed }: Words,
): PhrasingContent => ({
  type: 'link',
  url,
  children: [{ type: 'text', value: alt ? feed.pictureOf(alt) : feed.picture }],
})
