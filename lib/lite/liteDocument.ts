import type { Element, ElementContent, Properties, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { RootContent } from 'mdast'
import { toHast } from 'mdast-util-to-hast'
import { directionOf } from '../format/direction.ts'
import type { Words } from '../format/words/wordsFor.ts'
import type { Site } from '../model/front.ts'
import { routes } from '../routes.ts'
import { LITE_STYLE } from './liteStyle.ts'
import { toLiteNodes } from './toLiteNodes.ts'

export interface LitePage {
  title: string
  /** The address of the full page. */
  href: string
  /** Of what the page says. */
  language: string
  noIndex?: boolean
  content: RootContent[]
}

/** A page without script and pictures: one small document, the same news. `words` are those of the edition. */
export const liteDocument = (page: LitePage, site: Site, words: Words): string => {
  const root: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      element('html', { lang: site.language, dir: directionOf(site.language) }, [
        element('head', {}, headOf(page, site)),
        element('body', {}, [
          masthead(site),
          element(
            'main',
            { lang: page.language, dir: directionOf(page.language) },
            contentOf(page, site, words),
          ),
          foot(page, words),
        ]),
      ]),
    ],
  }
  return toHtml(root)
}

const element = (tagName: string, properties: Properties, children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
})

const link = (href: string, label: string) => element('a', { href }, [{ type: 'text', value: label }])

const headOf = ({ title, href, noIndex }: LitePage, site: Site) => [
  element('meta', { charSet: 'utf-8' }, []),
  element('meta', { name: 'viewport', content: 'width=device-width' }, []),
  element('title', {}, [{ type: 'text', value: title === site.name ? title : `${title} — ${site.name}` }]),
  element('link', { rel: ['canonical'], href: `${site.url}${href}` }, []),
  ...(noIndex ? [element('meta', { name: 'robots', content: 'noindex' }, [])] : []),
  element('link', { rel: ['icon'], href: 'data:,' }, []),
  element('style', {}, [{ type: 'text', value: LITE_STYLE }]),
]

const masthead = ({ name, categories }: Site) =>
  element('header', {}, [
    element('p', {}, [element('strong', {}, [link(routes.lite(routes.front()), name)])]),
    element(
      'nav',
      {},
      categories.flatMap(({ label, href }) => [link(routes.lite(href), label), { type: 'text', value: ' ' }]),
    ),
  ])

const contentOf = ({ content }: LitePage, site: Site, words: Words): ElementContent[] => {
  const tree = toHast({ type: 'root', children: toLiteNodes(content, site.url, words) })
  return tree.type === 'root' ? tree.children.flatMap((node) => (node.type === 'doctype' ? [] : node)) : []
}

const foot = ({ href }: LitePage, { feed }: Words) =>
  element('footer', {}, [element('p', {}, [link(href, feed.fullVersion)])])
