/** @jest-environment jsdom */
import { render, screen, within } from '@testing-library/react'
import { AuthorPage } from '../../../components/author/AuthorPage.tsx'
import { CategoryPage } from '../../../components/category/CategoryPage.tsx'
import { LatestPage } from '../../../components/latest/LatestPage.tsx'
import { TopicPage } from '../../../components/topic/TopicPage.tsx'
import { wordsFor } from '../../../lib/format/words/wordsFor.ts'
import { trailsFor } from '../../../lib/model/trails.ts'
import { aCategoryPage } from '../../fixtures/front.ts'
import { anAuthorPage, aRiver, aTopicPage } from '../../fixtures/river.ts'
import { aPicture } from '../../fixtures/teaser.ts'

const words = wordsFor('en')
const { home } = trailsFor(words)
const addressOf = (name: string) => screen.getByRole('link', { name }).getAttribute('href')
const heading = () => screen.getByRole('heading', { level: 1 }).textContent

describe('the latest', () => {
  it('runs by day, in numbered pages', () => {
    render(<LatestPage river={aRiver({ page: 2 })} breadcrumb={home} words={words} />)
    expect(heading()).toBe('Latest page 2')
    expect(
      within(screen.getByRole('region', { name: 'Tuesday 19 September 2023' })).getAllByRole('article'),
    ).toHaveLength(2)
    expect(addressOf('Page 1')).toBe('/latest')
    expect(addressOf('Page 3')).toBe('/latest/3')
  })

  it('leads on to the archive at its end, and not before', () => {
    const { rerender } = render(<LatestPage river={aRiver({ page: 2 })} breadcrumb={home} words={words} />)
    expect(screen.queryByRole('link', { name: /archive/ })).toBeNull()
    rerender(<LatestPage river={aRiver({ page: 3 })} breadcrumb={home} words={words} />)
    expect(screen.getByRole('link', { name: /archive/ }).getAttribute('href')).toBe('/archive')
  })

  it('says so in the language of the edition while nothing is published', () => {
    const french = wordsFor('fr')
    render(<LatestPage river={aRiver({ days: [], pageCount: 1 })} breadcrumb={home} words={french} />)
    expect(screen.getByText(/Aucun article ici/)).toBeTruthy()
    expect(heading()).toBe('En continu')
  })
})

describe('a list that is longer than its pages', () => {
  it('leads on to the archive from its last page alone', () => {
    const long = { goesOn: true, pageCount: 3 }
    const { rerender } = render(
      <TopicPage page={aTopicPage({ ...long, page: 2 })} breadcrumb={home} words={words} />,
    )
    expect(screen.queryByRole('link', { name: /archive/ })).toBeNull()
    rerender(<TopicPage page={aTopicPage({ ...long, page: 3 })} breadcrumb={home} words={words} />)
    expect(addressOf('Older articles are in the archive, month by month.')).toBe('/archive')
    rerender(<CategoryPage page={aCategoryPage({ ...long, page: 3 })} words={words} />)
    expect(screen.getByRole('link', { name: /archive/ })).toBeTruthy()
  })
})

describe('a topic', () => {
  it('says what it is about and lists its articles under its own address', () => {
    render(<TopicPage page={aTopicPage()} breadcrumb={home} words={words} />)
    expect(heading()).toBe('Ceasefires')
    expect(screen.getByText('How wars stop, on paper and on the ground.')).toBeTruthy()
    expect(addressOf('Page 2')).toBe('/topics/ceasefires/2')
    expect(addressOf('Home')).toBe('/')
  })
})

describe('an author', () => {
  it('is introduced by name, role and bio, with links to other places', () => {
    render(<AuthorPage page={anAuthorPage()} breadcrumb={home} words={words} />)
    expect(heading()).toBe('Ani Petrosyan')
    expect(screen.getByText('South Caucasus correspondent')).toBeTruthy()
    expect(addressOf('Mastodon')).toBe('https://social.example/@ani')
    const articles = screen.getByRole('region', { name: 'Articles by Ani Petrosyan' })
    expect(within(articles).getAllByRole('article')).toHaveLength(3)
  })

  it('has a photo with its credit, or none and no room for it', () => {
    const photo = aPicture({ alt: 'Ani Petrosyan at her desk', credit: 'Photo: L. M.' })
    const { rerender } = render(<AuthorPage page={anAuthorPage({ photo })} breadcrumb={home} words={words} />)
    expect(screen.getByRole('img', { name: 'Ani Petrosyan at her desk' })).toBeTruthy()
    expect(screen.getByText('Photo: L. M.')).toBeTruthy()
    rerender(<AuthorPage page={anAuthorPage({ days: [] })} breadcrumb={home} words={words} />)
    expect(screen.queryByRole('figure')).toBeNull()
  })
})

describe('a category', () => {
  it('leads to those below it by their names', () => {
    const below = [{ label: 'Borders', href: '/categories/borders', accent: 'conflict' as const }]
    render(<CategoryPage page={aCategoryPage({ below })} words={words} />)
    const list = within(screen.getByRole('navigation', { name: 'Within Conflict' }))
    expect(list.getByRole('link', { name: 'Borders' }).getAttribute('href')).toBe('/categories/borders')
  })

  it('says that it is empty while it is', () => {
    render(<CategoryPage page={aCategoryPage({ lead: undefined, days: [], pageCount: 1 })} words={words} />)
    expect(screen.getByText(/no articles here yet/)).toBeTruthy()
  })
})
