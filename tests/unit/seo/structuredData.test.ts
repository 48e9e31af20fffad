import {
  articleJsonLd,
  authorJsonLd,
  breadcrumbJsonLd,
  countryJsonLd,
  serialiseJsonLd,
} from '../../../lib/seo/jsonLd.ts'
import { riverJsonLd } from '../../../lib/seo/listJsonLd.ts'
import { siteJsonLd } from '../../../lib/seo/publisherJsonLd.ts'
import { anArticle } from '../../fixtures/article.ts'
import { aCountry } from '../../fixtures/country.ts'
import { aCategoryPage, aSite } from '../../fixtures/front.ts'
import { anAuthorPage } from '../../fixtures/river.ts'
import { problemsOfStructuredData, structuredDataIn } from '../../support/structuredData.ts'

const site = aSite({ pages: [{ label: 'Our standards', href: '/standards' }] })
const problems = (value: object) => problemsOfStructuredData(serialiseJsonLd(value))
const category = aCategoryPage()

describe('structured data, by the vocabulary of schema.org', () => {
  it.each([
    ['an article', articleJsonLd(anArticle(), site)],
    [
      'an article of which little is known',
      articleJsonLd(anArticle({ sources: [], corrections: [], topics: [], story: undefined }), site),
    ],
    ['an author', authorJsonLd(anAuthorPage(), site)],
    ['a country', countryJsonLd(aCountry(), site)],
    ['the way to a page', breadcrumbJsonLd([], { label: 'Armenia', href: '/countries/armenia' }, site)],
    ['a list', riverJsonLd(category, category.category, category.description, site)],
    ['the site', siteJsonLd(site)],
  ])('is right for %s', async (_name, value) => {
    expect(await problems(value)).toEqual([])
  })

  const article = articleJsonLd(anArticle(), site)

  it.each([
    ['a type that there is not', { ...article, '@type': 'NewsPaper' }, /"NewsPaper" is not a valid/],
    ['a property that an article has not', { ...article, byline: 'Ani' }, /"byline" for type "NewsArticle"/],
    [
      'one that its author has not',
      { ...article, author: [{ '@type': 'Person', name: 'Ani', standfirst: '' }] },
      /"standfirst" for type "Person".*\(author\)/,
    ],
    ['an author without a name', { ...article, author: [{ '@type': 'Person' }] }, /"name" is missing/],
    [
      'a correction that is a country',
      { ...article, correction: { '@type': 'Country' } },
      /takes no Country/,
    ],
    ['another vocabulary', { ...article, '@context': 'https://example.org' }, /not in terms of schema\.org/],
    [
      'a way that leads nowhere',
      {
        ...breadcrumbJsonLd([], { label: 'Armenia', href: '' }, site),
        itemListElement: [{ '@type': 'ListItem', position: 1, name: 'Home' }],
      },
      /At least two/,
    ],
  ])('is refused with %s', async (_name, value, message) => {
    expect((await problems(value)).join('\n')).toMatch(message)
  })

  it('is found on a page as it was written there', () => {
    const json = serialiseJsonLd({ headline: '</script>' })
    const html = `<script type="application/ld+json">${json}</script><script>1</script>`
    expect(structuredDataIn(html)).toEqual([json])
  })
})
