import {
  articleJsonLd,
  authorJsonLd,
  breadcrumbJsonLd,
  countryJsonLd,
  serialiseJsonLd,
} from '../../../lib/seo/jsonLd.ts'
import { riverJsonLd } from '../../../lib/seo/listJsonLd.ts'
import { authorMetadata, categoryMetadata, latestMetadata } from '../../../lib/seo/listMetadata.ts'
import { articleMetadata, countryMetadata, frontMetadata } from '../../../lib/seo/metadata.ts'
import { siteJsonLd } from '../../../lib/seo/publisherJsonLd.ts'
import { searchMetadata } from '../../../lib/seo/searchMetadata.ts'
import { storyMetadata } from '../../../lib/seo/storyMetadata.ts'
import { anArticle } from '../../fixtures/article.ts'
import { aCountry } from '../../fixtures/country.ts'
import { aCategoryPage, aFront, aSite } from '../../fixtures/front.ts'
import { anAuthorPage } from '../../fixtures/river.ts'
import { aStory } from '../../fixtures/story.ts'

const site = aSite()

describe("a page's description for other machines", () => {
  it('prints the revision, by which a publish is proved seen', () => {
    expect(articleMetadata(anArticle({ revision: 'r7' }), site).other).toEqual({ revision: 'r7' })
    expect(countryMetadata(aCountry({ revision: 'r8' }), site).other).toEqual({ revision: 'r8' })
    expect(categoryMetadata(aCategoryPage({ revision: 'r9' }), site).other).toEqual({ revision: 'r9' })
    expect(frontMetadata(aFront({ revision: 'r1' }), site).other).toEqual({ revision: 'r1' })
  })

  it('names the one address of the page', () => {
    expect(articleMetadata(anArticle(), site).alternates?.canonical).toBe(
      'https://news.example/articles/operation',
    )
    expect(categoryMetadata(aCategoryPage({ page: 2 }), site)).toMatchObject({
      title: 'Conflict, page 2 — Meridian',
      alternates: { canonical: 'https://news.example/categories/conflict/2' },
    })
  })

  it('numbers the pages of a list in the language of the edition', () => {
    const river = { days: [], page: 3, pageCount: 9, goesOn: false }
    expect(latestMetadata(river, aSite({ language: 'fr' }))).toMatchObject({
      title: 'En continu, page 3 — Meridian',
      alternates: { canonical: 'https://news.example/latest/3' },
    })
    expect(authorMetadata(anAuthorPage(), site)).toMatchObject({
      title: 'Ani Petrosyan — Meridian',
      description: 'Ani has written from Goris since 2016.',
    })
  })

  it('announces the feeds of its list, then those of the whole site', () => {
    expect(countryMetadata(aCountry(), site).alternates?.types).toMatchObject({
      'application/rss+xml': [
        { url: 'https://news.example/countries/armenia/feed.xml', title: 'Meridian: Armenia (RSS)' },
        { url: 'https://news.example/feed.xml', title: 'Meridian (RSS)' },
      ],
      'application/atom+xml': [{ url: 'https://news.example/countries/armenia/atom.xml' }, {}],
      'application/feed+json': [{ url: 'https://news.example/countries/armenia/feed.json' }, {}],
    })
    expect(frontMetadata(aFront(), site).alternates?.types?.['application/rss+xml']).toEqual([
      { url: 'https://news.example/feed.xml', title: 'Meridian (RSS)' },
    ])
  })

  it('shows an article elsewhere by its drawn card, or by what an editor chose instead', () => {
    expect(articleMetadata(anArticle(), site)).toMatchObject({
      openGraph: {
        images: [
          {
            url: 'https://news.example/articles/operation/card.png',
            width: 1200,
            height: 630,
            alt: anArticle().seo.title,
          },
        ],
      },
      twitter: { card: 'summary_large_image' },
    })
    const chosen = anArticle({ seo: { ...anArticle().seo, cardUrl: 'https://cdn.example/chosen.png' } })
    expect(articleMetadata(chosen, site).openGraph?.images).toMatchObject([
      { url: 'https://cdn.example/chosen.png' },
    ])
  })

  it.each([
    ['a country', countryMetadata(aCountry(), site), 'countries/armenia', 'Armenia'],
    [
      'a later page of a category',
      categoryMetadata(aCategoryPage({ page: 2 }), site),
      'categories/conflict',
      'Conflict, page 2',
    ],
    ['an author', authorMetadata(anAuthorPage(), site), 'authors/ani-petrosyan', 'Ani Petrosyan'],
    [
      'a story in either order',
      storyMetadata(aStory({ order: 'oldest' }), site),
      'stories/south-caucasus',
      'South Caucasus: from the beginning',
    ],
  ])('shows %s by its card, in words too', (_name, metadata, path, alt) => {
    const images = [{ url: `https://news.example/${path}/card.png`, width: 1200, height: 630, alt }]
    expect(metadata).toMatchObject({
      openGraph: { images },
      twitter: { card: 'summary_large_image', images },
    })
  })

  it('shows a page that has no card by the sign of the site', () => {
    expect(frontMetadata(aFront(), site)).toMatchObject({
      openGraph: { images: [{ url: 'https://news.example/icons/icon-512.png', alt: 'Meridian' }] },
      twitter: { card: 'summary' },
    })
  })

  it('asks to be left out of search only where an editor says so', () => {
    const hidden = anArticle({ seo: { ...anArticle().seo, noIndex: true } })
    expect(articleMetadata(hidden, site).robots).toEqual({ index: false, follow: true })
    expect(articleMetadata(anArticle(), site).robots).toBeUndefined()
  })

  it('lets the page of the search be found, and no results of one', () => {
    expect(searchMetadata('', site)).toMatchObject({
      alternates: { canonical: 'https://news.example/search' },
    })
    expect(searchMetadata('', site).robots).toBeUndefined()
    expect(searchMetadata('war', site)).toMatchObject({
      alternates: { canonical: 'https://news.example/search?q=war' },
      robots: { index: false, follow: false },
    })
  })

  it('dates a change by what readers should know of', () => {
    expect(articleMetadata(anArticle({ updatedAt: undefined }), site).openGraph).toMatchObject({
      publishedTime: '2023-09-19T14:05:00Z',
      modifiedTime: '2023-09-19T14:05:00Z',
    })
  })
})

describe('structured data', () => {
  it('describes an author as the person whom the page is about', () => {
    expect(authorJsonLd(anAuthorPage(), site)).toMatchObject({
      '@type': 'ProfilePage',
      mainEntity: {
        '@type': 'Person',
        name: 'Ani Petrosyan',
        url: 'https://news.example/authors/ani-petrosyan',
        jobTitle: 'South Caucasus correspondent',
        sameAs: ['https://social.example/@ani'],
      },
    })
    const unknown = authorJsonLd(anAuthorPage({ role: undefined, bio: undefined, links: [] }), site)
    expect(JSON.stringify(unknown)).not.toMatch(/jobTitle|description|sameAs/)
  })

  it('describes an article with its authors, countries and sources', () => {
    expect(articleJsonLd(anArticle(), site)).toMatchObject({
      '@type': 'NewsArticle',
      headline: 'Azerbaijan begins an operation in Nagorno-Karabakh',
      datePublished: '2023-09-19T14:05:00Z',
      dateModified: '2023-09-20T09:10:00Z',
      isPartOf: { '@type': 'CreativeWorkSeries' },
      correction: [
        {
          '@type': 'CorrectionComment',
          text: 'An earlier version gave a wrong date.',
          datePublished: '2023-09-20T09:10:00Z',
        },
      ],
      author: [
        { name: 'Ani Petrosyan', jobTitle: 'South Caucasus correspondent' },
        { name: 'Leyla Mammadova' },
      ],
      about: [{ name: 'Armenia' }, { name: 'Azerbaijan' }, { '@type': 'Thing', name: 'Ceasefires' }],
      citation: [{ url: 'https://example.org/statement' }, { name: 'News agency' }],
    })
  })

  it('says that an article was changed only when its editors say so', () => {
    expect(articleJsonLd(anArticle({ updatedAt: undefined }), site)).not.toHaveProperty('dateModified')
  })

  it('names the policies that the newsroom has a page for, and no other', () => {
    const pages = [{ label: 'Our standards', href: '/standards' }]
    const { publisher } = siteJsonLd(aSite({ pages }))
    expect(publisher).toMatchObject({
      '@type': 'NewsMediaOrganization',
      ethicsPolicy: 'https://news.example/standards',
    })
    expect(publisher).not.toHaveProperty('correctionsPolicy')
  })

  it('lists the articles of a page in their order', () => {
    const page = { ...aCategoryPage({ page: 2 }), lead: undefined }
    expect(riverJsonLd(page, page.category, page.description, site)).toMatchObject({
      '@type': 'CollectionPage',
      url: 'https://news.example/categories/conflict/2',
      mainEntity: {
        numberOfItems: 2,
        itemListElement: [
          { position: 1, url: 'https://news.example/articles/story-1' },
          { position: 2, url: 'https://news.example/articles/story-2' },
        ],
      },
    })
  })

  it('describes a country with its code and place', () => {
    expect(countryJsonLd(aCountry(), site)).toMatchObject({
      '@type': 'Country',
      identifier: 'AM',
      url: 'https://news.example/countries/armenia',
      geo: { latitude: 40.07, longitude: 45.04 },
    })
  })

  it('numbers the way to a page from the front on', () => {
    const way = breadcrumbJsonLd([], { label: 'Armenia', href: '/countries/armenia' }, site)
    expect(way.itemListElement).toMatchObject([
      { position: 1, item: 'https://news.example/' },
      { position: 2, item: 'https://news.example/countries/armenia' },
    ])
  })

  it('cannot end the script that it stands in', () => {
    const headline = '</script><script>alert("&\u2028")</script><!--'
    const written = serialiseJsonLd({ headline })
    expect(written).not.toMatch(/[<>&\u2028]/)
    expect(JSON.parse(written)).toEqual({ headline })
  })
})
