import type { ListItem, RootContent } from 'mdast'
import { articleBody, articleHead, heading, paragraph } from '../feeds/articleNodes.ts'
import { factBoxNodes } from '../feeds/factBoxNodes.ts'
import { toPointItem } from '../feeds/pointNodes.ts'
import { interfaceLanguageOf } from '../format/words/interfaceLanguage.ts'
import { type Words, wordsFor } from '../format/words/wordsFor.ts'
import type { Article } from '../model/article.ts'
import type { Country } from '../model/country.ts'
import type { CategoryPage, Front, Site } from '../model/front.ts'
import type { Teaser } from '../model/teaser.ts'
import { routes } from '../routes.ts'
import type { LitePage } from './liteDocument.ts'

/** How much of a list a page of at most 14 kB has room for. */
const MOST_TEASERS = 30
const MOST_POINTS = 20

export const liteArticle = (article: Article, site: Site): LitePage => {
  const words = wordsFor(interfaceLanguageOf(article.language, site.language))
  return {
    title: article.seo.title,
    href: article.href,
    language: article.language,
    noIndex: article.seo.noIndex,
    content: [...articleHead(article, words), ...articleBody(article, words, site.url)],
  }
}

export const liteFront = ({ lead, secondary, latest, blocks }: Front, site: Site): LitePage => {
  const first = [...(lead === undefined ? [] : [lead]), ...secondary, ...latest]
  const shown = new Set(first.map(({ id }) => id))
  const lists = blocks.flatMap((block) => {
    const teasers = block.teasers.filter(({ id }) => !shown.has(id))
    return teasers.length === 0 ? [] : [heading(2, block.title), teaserList(teasers, site.url)]
  })
  const content = [heading(1, site.tagline ?? site.name), teaserList(first, site.url), ...lists]
  return { title: site.name, href: routes.front(), language: site.language, content }
}

export const liteCategory = (page: CategoryPage, site: Site): LitePage => {
  const teasers = [
    ...(page.lead === undefined ? [] : [page.lead]),
    ...page.days.flatMap((day) => day.teasers),
  ]
  return {
    title: page.category.label,
    href: page.category.href,
    language: site.language,
    content: [
      heading(1, page.category.label),
      ...(page.description === undefined ? [] : [paragraph(page.description)]),
      teaserList(teasers, site.url),
    ],
  }
}

export const liteCountry = (page: Country, site: Site, words: Words): LitePage => {
  const { name, href } = page.country
  const [, ...facts] = factBoxNodes(page, words)
  return {
    title: name,
    href,
    language: site.language,
    content: [
      heading(1, name),
      ...facts,
      ...pointsOf(page, site, words),
      ...(page.articles.length === 0
        ? []
        : [heading(2, words.country.articles(name)), teaserList(page.articles, site.url)]),
    ],
  }
}

const pointsOf = ({ inTheNews }: Country, site: Site, words: Words): RootContent[] =>
  inTheNews.length === 0
    ? []
    : [
        heading(2, words.country.inTheNews),
        {
          type: 'list',
          spread: false,
          children: inTheNews.slice(0, MOST_POINTS).map((point) =>
            toPointItem(point, words, site.url, [
              { type: 'text', value: ' ' },
              {
                type: 'link',
                url: `${site.url}${point.href}`,
                children: [{ type: 'text', value: point.article.label }],
              },
            ]),
          ),
        },
      ]

const teaserList = (teasers: Teaser[], origin: string): RootContent => ({
  type: 'list',
  spread: false,
  children: teasers.slice(0, MOST_TEASERS).map((teaser) => teaserItem(teaser, origin)),
})

const teaserItem = (
  { href, headline, standfirst, language, direction }: Teaser,
  origin: string,
): ListItem => ({
  type: 'listItem',
  spread: false,
  data: { hProperties: { lang: language, dir: direction } },
  children: [
    {
      type: 'paragraph',
      children: [
        { type: 'link', url: `${origin}${href}`, children: [{ type: 'text', value: headline }] },
        { type: 'break' },
        { type: 'text', value: standfirst },
      ],
    },
  ],
})
