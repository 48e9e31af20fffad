import type { Root, RootContent } from 'mdast'
import { toMarkdown } from 'mdast-util-to-markdown'
import { wordsFor } from '../format/words/wordsFor.ts'
import type { Link } from '../model/common.ts'
import type { Site } from '../model/front.ts'
import { routes } from '../routes.ts'

/** The way through the site for language models: what it is, where its lists are, and how to read them as plain text. */
export const llmsTxt = (site: Site): string => {
  const { feed: words, browse, site: frame } = wordsFor(site.language)
  const lists = [
    { label: browse.latest, href: routes.latest() },
    { label: frame.countries, href: routes.countries() },
    { label: browse.corrections, href: routes.corrections() },
  ]
  const machine = [
    { label: words.json, href: routes.feed(routes.front(), 'json') },
    { label: words.rss, href: routes.feed(routes.front(), 'rss') },
    { label: words.sitemap, href: routes.sitemap() },
  ]
  const root: Root = {
    type: 'root',
    children: [
      { type: 'heading', depth: 1, children: [text(site.name)] },
      { type: 'blockquote', children: [paragraph(site.description ?? words.newestOf(site.name))] },
      paragraph(words.markdownNote),
      ...linksUnder(frame.sections, [...site.categories, ...lists], site.url),
      ...linksUnder(words.forPrograms, machine, site.url),
      ...linksUnder(frame.about(site.name), site.pages, site.url),
    ],
  }
  return toMarkdown(root, { bullet: '-' })
}

const text = (value: string) => ({ type: 'text' as const, value })
const paragraph = (value: string) => ({ type: 'paragraph' as const, children: [text(value)] })

const linksUnder = (heading: string, links: Link[], origin: string): RootContent[] =>
  links.length === 0
    ? []
    : [
        { type: 'heading', depth: 2, children: [text(heading)] },
        {
          type: 'list',
          spread: false,
          children: links.map(({ label, href }) => ({
            type: 'listItem',
            spread: false,
            children: [
              {
                type: 'paragraph',
                children: [{ type: 'link', url: `${origin}${href}`, children: [text(label)] }],
              },
            ],
          })),
        },
      ]
