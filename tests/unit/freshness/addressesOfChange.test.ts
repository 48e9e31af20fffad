import { addressesOfChange } from '../../../lib/freshness/addressesOfChange.ts'
import { placesOfChange } from '../../../lib/freshness/placesOfChange.ts'
import {
  keyedRefTo,
  refTo,
  slugOf,
  storedArticle,
  storedAuthor,
  storedCategory,
  storedCountry,
  storedPoint,
  storedPointsSection,
} from '../../fixtures/stored.ts'

const article = storedArticle('operation', { countries: [keyedRefTo('country-armenia')] })

describe('the addresses that a change alone tells', () => {
  it('are the article itself for an edited headline', () => {
    expect(addressesOfChange(article, { ...article, headline: 'Another' })).toEqual(['/articles/operation'])
  })

  it('are the article and the front when it is published or taken down', () => {
    const addresses = ['/articles/operation', '/', '/latest', '/archive/2023/09', '/archive']
    expect(addressesOfChange(null, article)).toEqual(addresses)
    expect(addressesOfChange(article, null)).toEqual(addresses)
  })

  it('are both months of an article that is dated anew', () => {
    const after = { ...article, firstPublishedAt: '2023-10-01T00:00:00Z' }
    expect(addressesOfChange(article, after)).toEqual([
      '/articles/operation',
      '/',
      '/latest',
      '/archive/2023/09',
      '/archive/2023/10',
      '/archive',
    ])
  })

  it('are the corrections for a correction, and the stories for an article that joins one', () => {
    const corrections = [{ _key: 'c1', kind: 'correction', text: 'It was two.', at: '2023-09-21T00:00:00Z' }]
    expect(addressesOfChange(article, { ...article, corrections })).toEqual([
      '/articles/operation',
      '/corrections',
    ])
    expect(addressesOfChange(article, { ...article, story: refTo('story-karabakh') })).toEqual([
      '/articles/operation',
      '/stories',
    ])
  })

  it('are the story and the list of stories for one that is renamed or put on top', () => {
    const story = { _id: 's', _type: 'story', title: 'Karabakh', slug: slugOf('karabakh') }
    for (const change of [{ title: 'South Caucasus' }, { keepOnTop: true }])
      expect(addressesOfChange(story, { ...story, ...change })).toEqual([
        '/stories/karabakh',
        '/stories/karabakh/oldest',
        '/stories',
      ])
    expect(addressesOfChange(story, { ...story, summary: 'New.' })).not.toContain('/stories')
  })

  it('are the new address and the old one for a changed slug', () => {
    expect(addressesOfChange(article, { ...article, slug: slugOf('offensive') })).toEqual([
      '/articles/offensive',
      '/articles/operation',
    ])
  })

  it('are the country for a changed fact, and the atlas too for a new name', () => {
    const country = storedCountry('Armenia', 'AM', '051')
    expect(addressesOfChange(country, { ...country, facts: [] })).toEqual(['/countries/armenia'])
    expect(addressesOfChange(country, { ...country, name: 'Hayastan' })).toEqual([
      '/countries/armenia',
      '/countries',
    ])
  })

  it('are the category and the masthead for a category that is renamed', () => {
    const category = storedCategory('conflict')
    expect(addressesOfChange(category, { ...category, title: 'War and peace' })).toEqual([
      '/categories/conflict',
      '/',
    ])
  })

  it('are the own page of an author and of a topic', () => {
    const author = storedAuthor('Ani')
    expect(addressesOfChange(author, { ...author, name: 'Ani P.' })).toEqual(['/authors/ani'])
    const topic = { _id: 't', _type: 'topic', title: 'Oceans', slug: slugOf('oceans') }
    expect(addressesOfChange(topic, { ...topic, description: 'Salt.' })).toEqual(['/topics/oceans'])
  })

  it('are none for a source, which has no page', () => {
    expect(addressesOfChange(null, { _id: 's', _type: 'source', publisher: 'Census office' })).toEqual([])
  })

  it('are where a redirect begins', () => {
    const redirect = { _id: 'r1', _type: 'redirect', from: '/articles/old' }
    expect(addressesOfChange(null, redirect)).toEqual(['/articles/old'])
    expect(placesOfChange(null, redirect)).toEqual({ shown: undefined, listedUnder: [], fedUnder: [] })
  })

  it('are the front for front, settings and banner', () => {
    for (const _type of ['front', 'siteSettings', 'banner'])
      expect(addressesOfChange(null, { _id: _type, _type })).toEqual(['/'])
  })
})

describe('the other places of a change', () => {
  it('are none when only the text of an article changed', () => {
    expect(placesOfChange(article, { ...article, closing: [] })).toEqual({
      shown: undefined,
      listedUnder: [],
      fedUnder: [],
    })
  })

  it('are category and countries when a teaser shows the change', () => {
    expect(placesOfChange(article, { ...article, standfirst: 'Other' })).toEqual({
      shown: 'article-operation',
      listedUnder: ['category-conflict', 'country-armenia', 'author-ani'],
      fedUnder: [],
    })
  })

  it('are topics and story too, where it has any', () => {
    const told = { ...article, topics: [keyedRefTo('topic-ceasefires')], story: refTo('story-karabakh') }
    expect(placesOfChange(told, { ...told, standfirst: 'Other' }).listedUnder).toEqual([
      'category-conflict',
      'country-armenia',
      'topic-ceasefires',
      'story-karabakh',
      'author-ani',
    ])
  })

  it('are the timeline of its story when a key point changes, and the feeds of what else lists it', () => {
    const told = { ...article, story: refTo('story-karabakh') }
    const sections = [storedPointsSection('k1', { points: [storedPoint('p1', { asOf: '2023-09-20' })] })]
    expect(placesOfChange(told, { ...told, sections })).toEqual({
      shown: undefined,
      listedUnder: ['story-karabakh'],
      fedUnder: ['category-conflict', 'country-armenia', 'author-ani'],
    })
    expect(placesOfChange(article, { ...article, sections })).toEqual({
      shown: undefined,
      listedUnder: [],
      fedUnder: ['category-conflict', 'country-armenia', 'author-ani'],
    })
  })

  it('are the feeds when the heading above key points changes, which feeds show as well', () => {
    const told = { ...article, sections: [storedPointsSection('k1')] }
    const renamed = { ...article, sections: [storedPointsSection('k1', { heading: 'Another heading' })] }
    expect(placesOfChange(told, renamed).fedUnder).toContain('category-conflict')
    expect(placesOfChange(told, told).fedUnder).toEqual([])
  })

  it('are both categories when an article moves', () => {
    const { listedUnder } = placesOfChange(article, { ...article, category: refTo('category-economy') })
    expect(listedUnder).toEqual(['category-conflict', 'country-armenia', 'author-ani', 'category-economy'])
  })
})
