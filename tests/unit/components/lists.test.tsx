/** @jest-environment jsdom */
import { render, screen, within } from '@testing-library/react'
import { CategoryPage } from '../../../components/category/CategoryPage.tsx'
import { FrontPage } from '../../../components/front/FrontPage.tsx'
import { Banner } from '../../../components/site/Banner.tsx'
import { EditorialPage } from '../../../components/site/EditorialPage.tsx'
import { Footer } from '../../../components/site/Footer.tsx'
import { Masthead } from '../../../components/site/Masthead.tsx'
import { NotFound } from '../../../components/site/NotFound.tsx'
import { Withdrawn } from '../../../components/site/Withdrawn.tsx'
import { Teaser } from '../../../components/teaser/Teaser.tsx'
import { TeaserGrid } from '../../../components/teaser/TeaserGrid.tsx'
import { wordsFor } from '../../../lib/format/words/wordsFor.ts'
import { aCategoryPage, aFront, aFrontBlock, aSite, someTeasers } from '../../fixtures/front.ts'
import { aRichText } from '../../fixtures/richText.ts'
import { aTeaser } from '../../fixtures/teaser.ts'

const words = wordsFor('en')

describe('a page of the newspaper on itself', () => {
  it('has its name, its text and the way home', () => {
    const body = aRichText('Every key point is dated.')
    render(<EditorialPage heading="Our standards" body={body} words={words} />)
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Our standards')
    expect(screen.getByText('Every key point is dated.')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Home' }).getAttribute('href')).toBe('/')
  })
})

describe('a teaser', () => {
  it('has one link for readers by keyboard and ear: its headline', () => {
    render(<Teaser words={words} teaser={aTeaser()} rank="standard" />)
    const links = screen.getAllByRole('link')
    expect(links).toHaveLength(1)
    expect(links[0]?.textContent).toBe('Ceasefire agreed after a day of fighting')
    expect(document.querySelector('a[tabindex="-1"]')?.getAttribute('href')).toBe('/articles/ceasefire')
  })

  it('prints its standfirst only where it has the room', () => {
    const { rerender } = render(<Teaser words={words} teaser={aTeaser()} rank="standard" />)
    expect(screen.queryByText('Both sides say that talks begin on Thursday.')).toBeNull()
    rerender(<Teaser words={words} teaser={aTeaser()} rank="major" />)
    expect(screen.getByText('Both sides say that talks begin on Thursday.')).toBeTruthy()
  })

  it('is larger for two of five, which would leave a hole in the page', () => {
    const standfirst = 'Both sides say that talks begin on Thursday.'
    const { rerender } = render(<TeaserGrid words={words} teasers={someTeasers(4)} />)
    expect(screen.queryByText(standfirst)).toBeNull()
    rerender(<TeaserGrid words={words} teasers={someTeasers(5)} />)
    expect(screen.getAllByText(standfirst)).toHaveLength(2)
  })

  it('names its desk when it has no kicker of its own', () => {
    render(<Teaser words={words} teaser={aTeaser({ kicker: undefined })} rank="brief" />)
    expect(screen.getByText('Conflict')).toBeTruthy()
  })

  it('says its day, with the minute in the title', () => {
    render(<Teaser words={words} teaser={aTeaser()} rank="brief" />)
    const time = screen.getByText('20 September 2023').closest('time')
    expect(time?.textContent).toBe('20\u00a0September 2023')
    expect(time?.getAttribute('title')).toBe('20 September 2023, 10:30 UTC')
    expect(time?.getAttribute('datetime')).toBe('2023-09-20T10:30:00Z')
  })

  it('is read in its own language and direction', () => {
    render(<Teaser words={words} teaser={aTeaser({ language: 'fa', direction: 'rtl' })} rank="brief" />)
    const teaser = screen.getByRole('article')
    expect([teaser.getAttribute('lang'), teaser.getAttribute('dir')]).toEqual(['fa', 'rtl'])
  })
})

describe('the front', () => {
  it('leads with one story and links its points to their places in the article', () => {
    render(<FrontPage front={aFront()} name="Meridian" words={words} />)
    expect(screen.getByRole('heading', { level: 1, name: 'Meridian' })).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Shelling stopped at one o’clock.' }).getAttribute('href')).toBe(
      '/articles/ceasefire#p1',
    )
    expect(document.querySelectorAll('[fetchpriority="high"]')).toHaveLength(1)
  })

  it('lists the latest', () => {
    render(<FrontPage front={aFront()} name="Meridian" words={words} />)
    const latest = screen.getByRole('region', { name: 'Latest' })
    expect(within(latest).getAllByRole('listitem')).toHaveLength(5)
  })

  it.each(['fourUp', 'leadAndThree', 'list', 'map'] as const)(
    'shows the stories of a block laid out as %s',
    (layout) => {
      const block = aFrontBlock({ layout, teasers: someTeasers(4, 8) })
      render(<FrontPage front={aFront({ blocks: [block] })} name="Meridian" words={words} />)
      const section = screen.getByRole('region', { name: 'Conflict' })
      expect(within(section).getAllByRole('article')).toHaveLength(4)
      expect(within(section).getByRole('link', { name: 'Conflict' }).getAttribute('href')).toBe(
        '/categories/conflict',
      )
    },
  )

  it('prints what there is when nobody has arranged it yet', () => {
    render(
      <FrontPage
        front={aFront({ lead: undefined, secondary: [], blocks: [] })}
        name="Meridian"
        words={words}
      />,
    )
    expect(screen.getByRole('region', { name: 'Latest' })).toBeTruthy()
  })
})

describe('a desk’s page', () => {
  it('runs by day, and counts its pages', () => {
    render(<CategoryPage page={aCategoryPage()} words={words} />)
    const day = screen.getByRole('region', { name: 'Tuesday 19 September 2023' })
    expect(within(day).getAllByRole('article')).toHaveLength(1)
    const pages = screen.getByRole('navigation', { name: 'Pages' })
    expect(within(pages).getByRole('link', { name: 'Page 1' }).getAttribute('aria-current')).toBe('page')
    expect(within(pages).getByRole('link', { name: 'Page 3' }).getAttribute('href')).toBe(
      '/categories/conflict/3',
    )
  })

  it('has no page numbers when one page holds all', () => {
    render(<CategoryPage page={aCategoryPage({ pageCount: 1 })} words={words} />)
    expect(screen.queryByRole('navigation', { name: 'Pages' })).toBeNull()
  })
})

describe('the frame of every page', () => {
  it('names the way to the search, which a narrow screen has a sign for', () => {
    render(<Masthead site={aSite()} words={words} />)
    expect(screen.getByRole('link', { name: 'Search' }).getAttribute('href')).toBe('/search')
  })

  it('leads to the front, the desks and the countries', () => {
    render(<Masthead site={aSite()} words={words} />)
    expect(screen.getByRole('link', { name: 'Meridian' }).getAttribute('href')).toBe('/')
    const [wide, narrow] = screen.getAllByRole('navigation', { name: 'Sections' }).map((desks) =>
      within(desks)
        .getAllByRole('link')
        .map((link) => link.textContent),
    )
    expect(narrow).toEqual(wide)
    expect(wide).toEqual(['Conflict', 'Economy', 'Countries', 'Stories', 'Latest'])
  })

  it('ends with the newspaper’s own pages', () => {
    render(<Footer site={aSite()} words={words} />)
    const own = screen.getByRole('navigation', { name: 'About Meridian' })
    expect(within(own).getByRole('link', { name: 'About' }).getAttribute('href')).toBe('/about')
    expect(within(own).getByRole('link', { name: 'RSS' }).getAttribute('href')).toBe('/feed.xml')
    const lists = within(screen.getByRole('navigation', { name: 'All sections' })).getAllByRole('link')
    expect(lists.map((link) => link.getAttribute('href'))).toEqual(
      expect.arrayContaining(['/countries', '/stories', '/latest', '/archive', '/corrections']),
    )
  })

  it('prints a breaking line, linked when there is an article', () => {
    const banner = {
      text: 'Ceasefire announced',
      href: '/articles/ceasefire',
      endsAt: '2023-09-20T12:00:00Z',
    }
    const { rerender } = render(<Banner banner={banner} words={words} />)
    expect(screen.getByRole('link', { name: 'Ceasefire announced' })).toBeTruthy()
    rerender(<Banner banner={{ ...banner, href: undefined }} words={words} />)
    expect(screen.queryByRole('link')).toBeNull()
    expect(screen.getByText(/Ceasefire announced/)).toBeTruthy()
  })

  it('helps a reader on from an address that leads nowhere', () => {
    render(<NotFound words={words} />)
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('There is nothing at this address')
    expect(screen.getByRole('link', { name: 'The front page' }).getAttribute('href')).toBe('/')
    expect(screen.getByRole('link', { name: 'Search all articles' }).getAttribute('href')).toBe('/search')
  })

  it('tells a reader what was withdrawn and when, in the language of the edition', () => {
    const at = '2026-03-03T10:00:00.000Z'
    const withdrawal = { kind: 'withdrawn' as const, isArticle: true, title: 'The road', at }
    const { rerender } = render(<Withdrawn withdrawal={withdrawal} words={words} />)
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('This article has been withdrawn')
    expect(screen.getByText('It was called “The road”.')).toBeTruthy()
    expect(screen.getByText(/on 3 March 2026/).getAttribute('datetime')).toBe(at)
    rerender(<Withdrawn withdrawal={withdrawal} words={wordsFor('fr')} />)
    expect(screen.getByText(/le 3 mars 2026/)).toBeTruthy()
  })

  it('keeps the title of a withdrawn page to itself where it must not be said', () => {
    const withdrawal = { kind: 'withdrawn' as const, isArticle: false, title: undefined, at: undefined }
    render(<Withdrawn withdrawal={withdrawal} words={words} />)
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('This page has been withdrawn')
    expect(screen.queryByText(/was called|was taken/)).toBeNull()
  })
})
