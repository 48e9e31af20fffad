/** @jest-environment jsdom */
import { render, screen, within } from '@testing-library/react'
import { SearchPage } from '../../../components/search/SearchPage.tsx'
import { wordsFor } from '../../../lib/format/words/wordsFor.ts'
import type { SearchPage as SearchPageView } from '../../../lib/model/search.ts'
import { parseSearch } from '../../../lib/search/parseSearch.ts'
import { toBusyPage } from '../../../lib/search/toBusyPage.ts'
import { aSearchHit, aSearchPage, aSearchWithoutHits } from '../../fixtures/search.ts'
import { aTeaser } from '../../fixtures/teaser.ts'

const show = (page: SearchPageView, language: 'en' | 'fr' = 'en') =>
  render(<SearchPage page={page} words={wordsFor(language)} />)
const hrefOf = (name: string | RegExp) => screen.getByRole('link', { name }).getAttribute('href')

describe('the field', () => {
  it('is a plain form that keeps what was asked', () => {
    show(aSearchPage({ words: 'cease "fire"' }))
    const field = screen.getByRole('searchbox', { name: 'Search for' })
    expect(field.getAttribute('name')).toBe('q')
    expect(field.getAttribute('value')).toBe('cease "fire"')
    expect(screen.getByRole('search', { name: 'Search' }).contains(field)).toBe(true)
    expect(field.closest('search-suggestions')).toBeTruthy()
    expect(field.closest('form')?.getAttribute('action')).toBe('/search')
    expect(field.closest('form')?.getAttribute('method')).toBe('get')
    expect(screen.getByRole('button', { name: 'Search' }).getAttribute('type')).toBe('submit')
  })

  it('speaks French in a French edition', () => {
    show(aSearchPage(), 'fr')
    expect(screen.getByRole('searchbox', { name: 'Rechercher' })).toBeTruthy()
    expect(
      screen.getByRole('heading', { level: 2, name: '1 article pour «\u00a0ceasefire\u00a0»' }),
    ).toBeTruthy()
  })
})

describe('what was found', () => {
  it('is a list of teasers with the words marked', () => {
    show(aSearchPage())
    const article = screen.getByRole('article')
    const headline = within(article).getByRole('link', { name: 'Ceasefire agreed after a day of fighting' })
    expect(headline.getAttribute('href')).toBe('/articles/ceasefire')
    expect([...article.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual([
      'Ceasefire',
      'ceasefire',
    ])
  })

  it('leads to the key point that says it; a passage without an address leads nowhere', () => {
    const plain = aSearchHit({
      teaser: aTeaser({ id: 'other', headline: 'Other' }),
      passage: { text: [{ text: 'Only words.', isMarked: false }], href: undefined },
    })
    show(aSearchPage({ hits: [aSearchHit(), plain], total: 2 }))
    expect(hrefOf('Key point The ceasefire holds.')).toBe('/articles/ceasefire#p1')
    expect(screen.getByText('Only words.').closest('a')).toBeNull()
  })

  it('prints signs as they are', () => {
    show(aSearchPage({ hits: [aSearchHit({ headline: [{ text: '<b>A & B</b>', isMarked: true }] })] }))
    expect(screen.getByRole('link', { name: '<b>A & B</b>' })).toBeTruthy()
  })

  it('is read in its own language and direction', () => {
    show(aSearchPage({ hits: [aSearchHit({ teaser: aTeaser({ language: 'ar', direction: 'rtl' }) })] }))
    const article = screen.getByRole('article')
    expect([article.getAttribute('lang'), article.getAttribute('dir')]).toEqual(['ar', 'rtl'])
    expect(screen.getByText('Key point').getAttribute('lang')).toBe('en')
  })

  it('says in words when there is more than was counted', () => {
    show(aSearchPage({ total: 100, isMore: true }))
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe(
      'At least 100 articles for “ceasefire”',
    )
    expect(screen.getByText(/Only the newest articles with these words/)).toBeTruthy()
  })

  it('goes on page by page, narrowed as it is', () => {
    show(aSearchPage({ narrowing: { year: '2023' }, page: 2, pageCount: 3, total: 30 }))
    expect(hrefOf('Previous page')).toBe('/search?q=ceasefire&year=2023')
    expect(hrefOf('Next page')).toBe('/search?q=ceasefire&year=2023&page=3')
    expect(screen.getByText('Page 2 of 3')).toBeTruthy()
  })
})

describe('the page of a name that was asked for', () => {
  it('is offered before the articles, by what it holds', () => {
    show(aSearchPage({ answers: [{ kind: 'country', label: 'Armenia', href: '/countries/armenia' }] }))
    expect(hrefOf('Armenia: facts and coverage')).toBe('/countries/armenia')
  })
})

describe('narrowing', () => {
  it('is by plain links with counts', () => {
    show(
      aSearchPage({
        facets: [
          {
            kind: 'category',
            choices: [{ label: 'Conflict', count: 7, href: '/search?q=x&category=conflict' }],
          },
          { kind: 'year', choices: [{ label: '2023', count: 4, href: '/search?q=x&year=2023' }] },
        ],
        periods: [{ period: 'week', count: 2, href: '/search?q=x&since=week' }],
      }),
    )
    expect(hrefOf('Conflict 7')).toBe('/search?q=x&category=conflict')
    expect(hrefOf('2023 4')).toBe('/search?q=x&year=2023')
    expect(hrefOf('Last week 2')).toBe('/search?q=x&since=week')
    expect(screen.getByRole('heading', { name: 'Category' })).toBeTruthy()
  })

  it('can be taken back', () => {
    show(
      aSearchPage({
        narrowing: { since: 'month', category: 'conflict' },
        chosen: [
          { kind: 'category', label: 'Conflict', href: '/search?q=x&since=month' },
          { kind: 'since', label: 'month', href: '/search?q=x&category=conflict' },
        ],
      }),
    )
    expect(hrefOf('Conflict: remove')).toBe('/search?q=x&since=month')
    expect(hrefOf('Last month: remove')).toBe('/search?q=x&category=conflict')
  })

  it('is not spoken of where nothing can be narrowed', () => {
    show(aSearchPage())
    expect(screen.queryByText('Narrow the search')).toBeNull()
    expect(screen.queryByText('Narrowed to')).toBeNull()
  })
})

describe('when nothing was found', () => {
  it('asks what was meant, offers fewer words and what is written about most', () => {
    show(
      aSearchWithoutHits({
        words: 'Ukriane xyz',
        corrections: [{ label: 'Ukraine', href: '/search?q=Ukraine' }],
        shorter: [{ label: 'xyz', href: '/search?q=xyz' }],
      }),
    )
    expect(screen.getByRole('heading', { level: 2, name: 'Nothing found for “Ukriane xyz”' })).toBeTruthy()
    expect(screen.getByText(/Did you mean/).textContent).toBe('Did you mean: Ukraine')
    expect(hrefOf('Ukraine')).toBe('/search?q=Ukraine')
    expect(screen.getByText(/fewer words/).textContent).toBe('Found with fewer words: xyz')
    expect(hrefOf('Armenia 5')).toBe('/countries/armenia')
  })

  it('leads out of what it was narrowed to', () => {
    show(aSearchWithoutHits({ widened: '/search?q=x' }))
    expect(hrefOf('Search without these limits')).toBe('/search?q=x')
    expect(screen.queryByText(/Did you mean/)).toBeNull()
  })

  it('does not say so when it was not looked for, because too many others search', () => {
    show(toBusyPage(parseSearch('war')))
    expect(screen.getByText(/Many readers are searching/)).toBeTruthy()
    expect(screen.getByRole('searchbox').getAttribute('value')).toBe('war')
    expect(screen.queryByText(/Nothing found/)).toBeNull()
  })

  it('says what was looked for when it was too much', () => {
    show(aSearchWithoutHits({ words: 'many words', isCut: true }))
    expect(screen.getByText(/We searched for “many words”/)).toBeTruthy()
  })
})

describe('without words', () => {
  it('begins with what is written about most, and finds no fault', () => {
    show(aSearchWithoutHits({ words: '' }))
    expect(hrefOf('Ceasefires 3')).toBe('/topics/ceasefires')
    expect(hrefOf('All countries')).toBe('/countries')
    expect(screen.queryByText(/Nothing found/)).toBeNull()
  })

  it('explains that a minus alone finds nothing', () => {
    show(aSearchWithoutHits({ words: '-war', isOnlyWithout: true }))
    expect(screen.getByText(/A minus only leaves words out/)).toBeTruthy()
    expect(screen.queryByText(/Nothing found/)).toBeNull()
  })
})
