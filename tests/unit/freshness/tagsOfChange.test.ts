import { purgesOfChange, tagsOfChange } from '../../../lib/freshness/tagsOfChange.ts'
import {
  keyedRefTo,
  refTo,
  slugOf,
  storedArticle,
  storedAuthor,
  storedCategory,
  storedCountry,
  storedMention,
  storedPoint,
  storedPointsSection,
  storedRelation,
} from '../../fixtures/stored.ts'

const article = storedArticle('operation', {
  _rev: 'r1',
  countries: [keyedRefTo('country-armenia')],
  topics: [keyedRefTo('topic-ceasefires')],
  story: refTo('story-karabakh'),
  sections: [
    storedPointsSection('k1', {
      points: [storedPoint('p1', { text: storedMention('Baku', 'country-azerbaijan') })],
    }),
  ],
})
const itsLists = [
  'list:addresses:2023',
  'list:author:author-ani',
  'list:category:category-conflict',
  'list:country:country-armenia',
  'list:country:country-azerbaijan',
  'list:latest',
  'list:month:2023-09',
  'list:story:story-karabakh',
  'list:topic:topic-ceasefires',
]
/** Who stands at its address, what leads away from there, and where redirects to it lead. */
const itsPlace = [
  'list:slug:article:operation',
  'list:redirect:/articles/operation',
  'list:standing:article-operation',
]
const edited = (changes: Record<string, unknown>) => ({ ...article, _rev: 'r2', ...changes })

describe('the sitemap', () => {
  it('of a year changes with the last edit of an article and with its leave to be found, never with a touch', () => {
    const year = ['doc:article-operation', 'list:addresses:2023']
    expect(tagsOfChange(article, edited({ updatedAt: '2023-09-20T09:10:00Z' }))).toEqual(year)
    expect(tagsOfChange(article, edited({ seo: { noIndex: true } }))).toEqual(year)
    expect(tagsOfChange(article, edited({ kicker: 'Caucasus' }))).toEqual(['doc:article-operation'])
  })

  it('of lists changes when a list gets its page, and not with the words on it', () => {
    const topic = { _id: 'topic-gas', _type: 'topic', title: 'gas', slug: slugOf('gas') }
    expect(tagsOfChange(null, topic)).toContain('list:addresses')
    expect(tagsOfChange(topic, { ...topic, description: 'Pipelines.' })).not.toContain('list:addresses')
  })
})

describe('an edit', () => {
  it('of a headline purges the article and nothing else', () => {
    expect(tagsOfChange(article, edited({ headline: 'Another' }))).toEqual(['doc:article-operation'])
  })

  it('of nothing but the revision purges the article, whose page prints it', () => {
    expect(tagsOfChange(article, edited({}))).toEqual(['doc:article-operation'])
  })

  it('of a passage leaves the pages of countries alone', () => {
    const sections = [...[article.sections].flat(), { _type: 'passage', _key: 'k9', text: [] }]
    expect(tagsOfChange(article, edited({ sections }))).toEqual(['doc:article-operation'])
  })

  it('of a key point purges the lists of the countries that gather it', () => {
    const point = storedPoint('p1', { text: storedMention('Ankara', 'country-turkey') })
    const after = edited({ sections: [storedPointsSection('k1', { points: [point] })] })
    expect(tagsOfChange(article, after).sort()).toEqual([
      'doc:article-operation',
      'list:country:country-azerbaijan',
      'list:country:country-turkey',
    ])
  })

  it('of the words of a key point purges the list of the country that gathers it', () => {
    const point = storedPoint('p1', { text: storedMention('Its capital', 'country-azerbaijan') })
    const after = edited({ sections: [storedPointsSection('k1', { points: [point] })] })
    expect(tagsOfChange(article, after)).toEqual(['doc:article-operation', 'list:country:country-azerbaijan'])
  })

  it('of the day of publication moves the article within all its lists', () => {
    const after = edited({ firstPublishedAt: '2023-09-21T00:00:00Z' })
    expect(tagsOfChange(article, after).sort()).toEqual(['doc:article-operation', ...itsLists])
  })

  it('that moves the article to another month purges both months and what counts them', () => {
    const touched = tagsOfChange(article, edited({ firstPublishedAt: '2024-01-02T00:00:00Z' }))
    expect(touched.filter((tag) => tag.startsWith('list:month'))).toEqual([
      'list:month:2023-09',
      'list:months:2023',
      'list:month:2024-01',
      'list:months:2024',
    ])
  })

  it('that takes the day of publication away leaves the month, and enters none', () => {
    const touched = tagsOfChange(article, edited({ firstPublishedAt: null }))
    expect(touched.filter((tag) => tag.startsWith('list:month'))).toEqual([
      'list:month:2023-09',
      'list:months:2023',
    ])
  })

  it('of a correction purges the corrections, and an edit beside one does not', () => {
    const corrections = [{ _key: 'c1', kind: 'correction', text: 'It was two.', at: '2023-09-21T00:00:00Z' }]
    const corrected = edited({ corrections })
    expect(tagsOfChange(article, corrected)).toEqual([
      'doc:article-operation',
      'list:addresses:2023',
      'list:corrections',
    ])
    expect(tagsOfChange(corrected, { ...corrected, headline: 'Another' })).toEqual(['doc:article-operation'])
    expect(tagsOfChange(corrected, { ...corrected, corrections: [] })).toContain('list:corrections')
  })

  it('of its authors purges the lists of those who came and went', () => {
    expect(tagsOfChange(article, edited({ authors: [keyedRefTo('author-leyla')] })).sort()).toEqual([
      'doc:article-operation',
      'list:author:author-ani',
      'list:author:author-leyla',
    ])
  })

  it('of content in an unexpected shape still purges the document', () => {
    const after = edited({ sections: 'gone', countries: [null, 7], slug: 'bare', category: null })
    expect(tagsOfChange(article, after)).toContain('doc:article-operation')
  })
})

describe('a publication', () => {
  it('purges every list that the article enters and the address that was missing', () => {
    expect(tagsOfChange(null, article).sort()).toEqual([
      'doc:article-operation',
      ...itsLists.slice(0, 7),
      'list:months:2023',
      'list:redirect:/articles/operation',
      'list:slug:article:operation',
      'list:standing:article-operation',
      ...itsLists.slice(7),
    ])
  })

  it('shows the address at once and lets lists be replaced in the background', () => {
    const urgent = purgesOfChange(null, article).filter(({ urgency }) => urgency === 'at once')
    expect(urgent.map(({ tag }) => tag)).toEqual(itsPlace)
  })
})

describe('a take-down', () => {
  it('purges what a publication does', () => {
    expect(tagsOfChange(article, null).sort()).toEqual(tagsOfChange(null, article).sort())
  })

  it('is gone at once from its address and from every page that shows it; other lists need not wait', () => {
    const urgent = purgesOfChange(article, null).filter(({ urgency }) => urgency === 'at once')
    expect(urgent.map(({ tag }) => tag)).toEqual(['doc:article-operation', ...itsPlace])
  })
})

describe('a change', () => {
  it('of slug purges the old address, the new one, all that leads to it and the sitemap, and no list that readers see', () => {
    expect(tagsOfChange(article, edited({ slug: slugOf('offensive') })).sort()).toEqual([
      'doc:article-operation',
      'list:addresses:2023',
      'list:redirect:/articles/offensive',
      'list:redirect:/articles/operation',
      'list:slug:article:offensive',
      'list:slug:article:operation',
      'list:standing:article-operation',
    ])
  })

  it('of a redirect is seen at once where it begins, and nowhere else', () => {
    const redirect = { _id: 'r1', _type: 'redirect', from: '/old', kind: 'moved', to: '/new' }
    expect(purgesOfChange(redirect, { ...redirect, to: '/newer' })).toEqual([
      { tag: 'doc:r1', urgency: 'stale' },
      { tag: 'list:redirect:/old', urgency: 'at once' },
    ])
  })

  it('of category purges the lists of both', () => {
    expect(tagsOfChange(article, edited({ category: refTo('category-economy') })).sort()).toEqual([
      'doc:article-operation',
      'list:category:category-conflict',
      'list:category:category-economy',
    ])
  })

  it('of country purges the list of the one that came and the one that went', () => {
    expect(tagsOfChange(article, edited({ countries: [keyedRefTo('country-iran')] })).sort()).toEqual([
      'doc:article-operation',
      'list:country:country-armenia',
      'list:country:country-iran',
    ])
  })

  it("of an author's name purges what shows the author, and the names that the search knows", () => {
    const author = storedAuthor('Ani')
    expect(tagsOfChange(author, { ...author, name: 'Ani P.' })).toEqual(['doc:author-ani', 'list:names'])
    expect(tagsOfChange(author, { ...author, bio: 'Writes.' })).toEqual(['doc:author-ani'])
  })

  it.each(['category', 'topic', 'story'])(
    'of the title of a %s purges the names that the search knows',
    (type) => {
      const named = { _id: 'x', _type: type, title: 'Grain', slug: slugOf('grain') }
      expect(tagsOfChange(named, { ...named, title: 'Grain deal' })).toContain('list:names')
      expect(tagsOfChange(named, { ...named, description: 'Corn' })).toEqual(['doc:x'])
    },
  )

  it("of a country's fact purges what shows the country", () => {
    const country = storedCountry('Armenia', 'AM', '051')
    const facts = [{ _key: 'f1', kind: 'capital', value: 'Yerevan' }]
    expect(tagsOfChange(country, { ...country, facts })).toEqual(['doc:country-armenia'])
  })

  it("of a category's place purges the masthead, of its description only what shows it", () => {
    const category = storedCategory('conflict')
    expect(tagsOfChange(category, { ...category, order: 9 })).toEqual([
      'doc:category-conflict',
      'list:categories',
    ])
    expect(tagsOfChange(category, { ...category, description: 'Wars' })).toEqual(['doc:category-conflict'])
  })

  it('of the category above another purges the lists of categories', () => {
    const category = storedCategory('borders')
    const after = { ...category, parent: refTo('category-conflict') }
    expect(tagsOfChange(category, after)).toEqual(['doc:category-borders', 'list:categories'])
  })

  it('of the place of a story purges the stories, of its summary only what shows it', () => {
    const story = { _id: 's', _type: 'story', title: 'Karabakh' }
    expect(tagsOfChange(story, { ...story, keepOnTop: true })).toEqual(['doc:s', 'list:stories'])
    expect(tagsOfChange(story, { ...story, summary: 'New.' })).toEqual(['doc:s'])
  })

  it('of the two countries of a relation purges the relations of those it joins and parts', () => {
    const before = storedRelation('armenia', 'azerbaijan')
    const after = { ...before, countries: [keyedRefTo('country-armenia'), keyedRefTo('country-iran')] }
    expect(tagsOfChange(before, after).sort()).toEqual([
      'doc:relation-armenia-azerbaijan',
      'list:addresses',
      'list:relations:country-azerbaijan',
      'list:relations:country-iran',
    ])
  })

  it("of a banner's end purges the banner's place", () => {
    const banner = { _id: 'b', _type: 'banner', text: 'Now', endsAt: '2023-09-19T18:00:00Z' }
    expect(tagsOfChange(banner, { ...banner, endsAt: '2023-09-19T19:00:00Z' })).toEqual([
      'doc:b',
      'list:banners',
    ])
  })
})

describe('what readers never see', () => {
  it.each([
    ['a draft', { ...article, _id: 'drafts.article-operation' }],
    ['a version in a release', { ...article, _id: 'versions.r1.article-operation' }],
    ['an upload', { _id: 'image-abc-1x1-png', _type: 'sanity.imageAsset' }],
    ['no document', 'text'],
  ])('%s purges nothing', (_what, document) => {
    expect(tagsOfChange(null, document)).toEqual([])
  })
})
