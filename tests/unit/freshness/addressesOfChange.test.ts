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
} from '../../fixtures/stored.ts'

const article = storedArticle('operation', { countries: [keyedRefTo('country-armenia')] })

describe('the addresses that a change alone tells', () => {
  it('are the article itself for an edited headline', () => {
    expect(addressesOfChange(article, { ...article, headline: 'Another' })).toEqual(['/articles/operation'])
  })

  it('are the article and the front when it is published or taken down', () => {
    expect(addressesOfChange(null, article)).toEqual(['/articles/operation', '/'])
    expect(addressesOfChange(article, null)).toEqual(['/articles/operation', '/'])
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

  it('are none for an author, who has no page', () => {
    const author = storedAuthor('Ani')
    expect(addressesOfChange(author, { ...author, name: 'Ani P.' })).toEqual([])
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
    })
  })

  it('are category and countries when a teaser shows the change', () => {
    expect(placesOfChange(article, { ...article, standfirst: 'Other' })).toEqual({
      shown: 'article-operation',
      listedUnder: ['category-conflict', 'country-armenia'],
    })
  })

  it('are both categories when an article moves', () => {
    const { listedUnder } = placesOfChange(article, { ...article, category: refTo('category-economy') })
    expect(listedUnder).toEqual(['category-conflict', 'country-armenia', 'category-economy'])
  })
})
