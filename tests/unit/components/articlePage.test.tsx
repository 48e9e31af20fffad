/** @jest-environment jsdom */
import { render, screen, within } from '@testing-library/react'
import { ArticlePage } from '../../../components/article/ArticlePage.tsx'
import { wordsFor } from '../../../lib/format/words/wordsFor.ts'
import { aKeyPoint, aKeyPointsSection, anArticle } from '../../fixtures/article.ts'
import { someTeasers } from '../../fixtures/front.ts'
import { aPicture, aRelatedTeaser } from '../../fixtures/teaser.ts'

const words = wordsFor('en')

const read = (changes: Parameters<typeof anArticle>[0] = {}) =>
  render(<ArticlePage article={anArticle(changes)} words={words} edition={words} />)
const text = (element: Element) => element.textContent?.replaceAll(/\s+/g, ' ').trim()

describe('an article', () => {
  it('opens with kicker, headline, standfirst, byline and dates', () => {
    read()
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(
      'Azerbaijan begins an operation in Nagorno-Karabakh',
    )
    expect(screen.getByText('Fighting broke out at midday; both sides blame the other.')).toBeTruthy()
    expect(text(screen.getByText(/^By/))).toBe('By Ani Petrosyan and Leyla Mammadova')
    expect(
      screen.getByText('Tuesday 19 September 2023, 14:05 UTC').closest('time')?.getAttribute('datetime'),
    ).toBe('2023-09-19T14:05:00Z')
    expect(screen.getAllByText('20 September 2023, 09:10 UTC')[0]?.closest('li')?.textContent).toContain(
      'Updated',
    )
    expect(screen.getByText('4 min read')).toBeTruthy()
  })

  it('leads from its byline to whoever has a page, from its story and its topics to theirs', () => {
    read()
    const addressOf = (name: string) => screen.getByRole('link', { name }).getAttribute('href')
    expect(addressOf('Ani Petrosyan')).toBe('/authors/ani-petrosyan')
    expect(screen.queryByRole('link', { name: 'Leyla Mammadova' })).toBeNull()
    expect(addressOf('South Caucasus')).toBe('/stories/south-caucasus')
    const topics = within(screen.getByRole('navigation', { name: 'Topics' }))
    expect(topics.getByRole('link', { name: 'Ceasefires' }).getAttribute('href')).toBe('/topics/ceasefires')
  })

  it('belongs to no story and no topic where nobody says so', () => {
    read({ story: undefined, topics: [] })
    expect(screen.queryByText(/Part of/)).toBeNull()
    expect(screen.queryByRole('navigation', { name: 'Topics' })).toBeNull()
  })

  it('says nothing of an update that there was not', () => {
    read({ updatedAt: undefined, corrections: [] })
    expect(screen.queryByText(/Updated/)).toBeNull()
  })

  it('leads back to its desk', () => {
    read()
    const links = within(screen.getByRole('navigation', { name: 'Breadcrumb' })).getAllByRole('link')
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['/', '/categories/conflict'])
  })

  it('fetches its main picture first and all others when they come near', () => {
    read()
    const [main, ...others] = [...document.querySelectorAll('figure img')]
    expect(main?.getAttribute('fetchpriority')).toBe('high')
    expect(main?.getAttribute('loading')).toBe('eager')
    expect(others.map((picture) => picture.getAttribute('loading'))).toEqual(others.map(() => 'lazy'))
    expect(main?.getAttribute('width')).toBe('1800')
  })

  it('prints a stand-in for its main picture, and none for the small ones of its teasers', () => {
    const picture = aPicture({ lqip: 'data:image/jpeg;base64,AAAA' })
    const { container } = read({ mainMedia: picture, related: [aRelatedTeaser({ picture })] })
    const [main, ...others] = container.querySelectorAll<HTMLImageElement>('img[srcset]')
    expect(main?.style.backgroundImage).toContain('base64')
    expect(others.length).toBeGreaterThan(0)
    expect(others.filter(({ style }) => style.backgroundImage)).toEqual([])
  })

  it('prints caption and credit under the picture', () => {
    read({ sections: [] })
    expect(text(screen.getAllByRole('figure')[0]?.querySelector('figcaption') ?? document.body)).toBe(
      'The road from Goris to Stepanakert — Meridian graphics',
    )
  })

  it('shows a box of facts for each of its countries, with map and the days of checking', () => {
    read()
    const aside = screen.getByRole('complementary', { name: 'Countries in this article' })
    const armenia = within(aside).getByRole('region', { name: 'Armenia' })
    expect(within(armenia).getByRole('img', { name: /where Armenia lies/ })).toBeTruthy()
    expect(text(armenia)).toContain('CapitalYerevanAtlas, checked in August 2023')
    expect(within(aside).getByRole('region', { name: 'Azerbaijan' })).toBeTruthy()
  })

  it('cites sources by number and lists them at its end', () => {
    read()
    const [cited] = screen.getAllByRole('link', { name: 'Source 2' })
    expect(cited?.getAttribute('href')).toBe('#source-2')
    expect(document.getElementById('source-2')?.textContent).toBe('News agency, September 2023')
    expect(text(document.getElementById('source-1') ?? document.body)).toBe(
      'Ministry of Defence: Statement, 19 September 2023 (read 19 September 2023)',
    )
  })

  it('leads to a source that has an address and no title by its publisher', () => {
    const source = { id: 's', number: 1, publisher: 'ECOWAS', title: undefined, url: 'https://ecowas.int' }
    read({ sources: [{ ...source, date: undefined, readOn: undefined }] })
    expect(screen.getByRole('link', { name: 'ECOWAS' }).getAttribute('href')).toBe('https://ecowas.int')
    expect(document.getElementById('source-1')?.textContent).toBe('ECOWAS')
  })

  it('says what was changed and when', () => {
    read()
    const changed = screen.getByRole('region', { name: 'What changed' })
    expect(text(changed)).toContain(
      'Correction, 20 September 2023, 09:10 UTC: An earlier version gave a wrong date.',
    )
  })

  it('offers more from its desk, and related articles each with the reason', () => {
    read({
      moreFromCategory: someTeasers(3),
      related: [aRelatedTeaser({ reason: { kind: 'countries', names: ['Armenia'] } })],
    })
    const more = screen.getByRole('region', { name: 'More from Conflict' })
    expect(within(more).getAllByRole('article')).toHaveLength(3)
    const related = screen.getByRole('region', { name: 'Related' })
    expect(within(related).getByText('Also about Armenia')).toBeTruthy()
    expect(
      within(related).getByRole('link', { name: 'Ceasefire agreed after a day of fighting' }),
    ).toBeTruthy()
  })

  it('is read from right to left in a language written so, its frame excepted', () => {
    read({ language: 'ar', direction: 'rtl' })
    const [article] = screen.getAllByRole('article')
    expect(article?.getAttribute('dir')).toBe('rtl')
    expect(article?.getAttribute('lang')).toBe('ar')
    expect(screen.getByRole('main').getAttribute('dir')).toBeNull()
  })

  it('speaks its own language where the interface has it, within an edition of another', () => {
    const article = anArticle({ related: [aRelatedTeaser({ reason: { kind: 'story', names: [] } })] })
    render(<ArticlePage article={article} words={wordsFor('fr')} edition={words} />)
    expect(screen.getByText('Temps de lecture : 4 min').closest('[lang]')?.getAttribute('lang')).toBe('fr')
    expect(screen.getByRole('region', { name: 'Ce qui a changé' })).toBeTruthy()
    expect(screen.getByText('From the same story').closest('[lang]')?.getAttribute('lang')).toBe('en')
  })

  it('marks the words around it that are not in its language', () => {
    read({ language: 'ar', direction: 'rtl' })
    for (const label of [screen.getByText('4 min read'), screen.getByText('Sources')]) {
      expect([label.getAttribute('lang'), label.getAttribute('dir')]).toEqual(['en', 'ltr'])
    }
    for (const part of [
      screen.getByRole('complementary'),
      screen.getAllByRole('navigation')[0]?.parentElement,
    ]) {
      expect([part?.getAttribute('lang'), part?.getAttribute('dir')]).toEqual(['en', 'ltr'])
    }
  })

  it('lists its headings only when it is long', () => {
    const sections = ['a', 'b', 'c', 'd'].map((key) =>
      aKeyPointsSection({ key, heading: `Heading ${key}`, points: [aKeyPoint({ key: `p-${key}` })] }),
    )
    const { rerender } = read({ sections })
    const contents = screen.getByRole('navigation', { name: 'In this article' })
    expect(within(contents).getByRole('link', { name: 'Heading b' }).getAttribute('href')).toBe('#b')
    rerender(
      <ArticlePage article={anArticle({ sections: sections.slice(0, 3) })} words={words} edition={words} />,
    )
    expect(screen.queryByRole('navigation', { name: 'In this article' })).toBeNull()
  })

  it('gives no two things one address', () => {
    read({ relations: [] })
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  it('prints no empty parts for an article without picture, countries, sources and company', () => {
    read({
      mainMedia: undefined,
      factBoxes: [],
      sections: [],
      relations: [],
      corrections: [],
      sources: [],
      closing: undefined,
      moreFromCategory: [],
      related: [],
    })
    expect(screen.queryByRole('complementary')).toBeNull()
    expect(screen.getAllByRole('heading')).toHaveLength(1)
  })
})
