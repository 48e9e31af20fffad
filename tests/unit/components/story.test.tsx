/** @jest-environment jsdom */
import { render, screen, within } from '@testing-library/react'
import { FrontBlock } from '../../../components/front/FrontBlock.tsx'
import { StoriesPage } from '../../../components/story/StoriesPage.tsx'
import { StoryPage } from '../../../components/story/StoryPage.tsx'
import { wordsFor } from '../../../lib/format/words/wordsFor.ts'
import { trailsFor } from '../../../lib/model/trails.ts'
import { aFrontBlock, someTeasers } from '../../fixtures/front.ts'
import { aStory, aStoryPoint, aStorySummary } from '../../fixtures/story.ts'

const words = wordsFor('en')
const { home, stories: trail } = trailsFor(words)
const addressOf = (name: string) => screen.getByRole('link', { name }).getAttribute('href')

describe('a story', () => {
  it('is told day by day, each point with its standing, who says it and the article that it comes from', () => {
    render(<StoryPage story={aStory()} breadcrumb={trail} words={words} />)
    const soFar = within(screen.getByRole('region', { name: 'The story so far' }))
    expect(soFar.getAllByRole('heading', { level: 3 }).map((day) => day.textContent)).toEqual([
      '20\u00a0September 2023',
      'November 2020',
    ])
    const [first] = soFar.getAllByText('Shelling stopped at one o’clock.')
    expect(first?.closest('div')?.textContent).toContain('ClaimedA ministry')
    expect(addressOf('The second war ends')).toBe('/articles/war#p2')
  })

  it('begins each day with a capital in a language that writes months in small letters', () => {
    render(<StoryPage story={aStory()} breadcrumb={trail} words={wordsFor('fr')} />)
    expect(screen.getByRole('heading', { level: 3, name: 'Novembre 2020' })).toBeTruthy()
  })

  it('names an article once where several points in a row come from it, each of them still a link', () => {
    const points = ['p1', 'p2'].map((key) => aStoryPoint({ key, href: `/articles/ceasefire#${key}` }))
    render(
      <StoryPage
        story={aStory({ days: [{ date: '2023-09-20', points }], articles: [] })}
        breadcrumb={trail}
        words={words}
      />,
    )
    const links = screen.getAllByRole('link', { name: 'Ceasefire agreed after a day of fighting' })
    expect(links.map((link) => [link.getAttribute('href'), link.textContent])).toEqual([
      ['/articles/ceasefire#p1', '#'],
      ['/articles/ceasefire#p2', 'Ceasefire agreed after a day of fighting'],
    ])
  })

  it('leads to its countries and back to all stories', () => {
    render(<StoryPage story={aStory()} breadcrumb={trail} words={words} />)
    const countries = within(screen.getByRole('list', { name: 'Countries' }))
    expect(countries.getByRole('link', { name: 'Armenia' }).getAttribute('href')).toBe('/countries/armenia')
    expect(addressOf('Stories')).toBe('/stories')
  })

  it('is offered in both orders, and says which one it is in', () => {
    const { rerender } = render(<StoryPage story={aStory()} breadcrumb={trail} words={words} />)
    expect(addressOf('Oldest first')).toBe('/stories/south-caucasus/oldest')
    expect(screen.getByRole('link', { name: 'Newest first' }).getAttribute('aria-current')).toBe('page')
    rerender(<StoryPage story={aStory({ order: 'oldest' })} breadcrumb={trail} words={words} />)
    expect(screen.getByRole('link', { name: 'Oldest first' }).getAttribute('aria-current')).toBe('page')
    expect(addressOf('Newest first')).toBe('/stories/south-caucasus')
  })

  it('says what it does not have yet, and what it does not print', () => {
    const { rerender } = render(
      <StoryPage story={aStory({ days: [], articles: [] })} breadcrumb={trail} words={words} />,
    )
    expect(screen.getByText(/None of its articles has a dated point/)).toBeTruthy()
    expect(screen.getByText(/not published an article in this story/)).toBeTruthy()
    expect(screen.queryByRole('link', { name: 'Oldest first' })).toBeNull()
    rerender(<StoryPage story={aStory({ isCut: true })} breadcrumb={trail} words={words} />)
    expect(screen.getByText(/longer than this page/)).toBeTruthy()
  })
})

describe('the list of stories', () => {
  it('says when each last moved, with what, and how much there is', () => {
    render(<StoriesPage stories={[aStorySummary()]} breadcrumb={home} words={words} />)
    const story = screen.getByRole('article')
    expect(story.textContent).toContain('Updated 20\u00a0September 2023 5 articles')
    expect(within(story).getByRole('heading', { level: 2 }).textContent).toBe('South Caucasus')
    expect(addressOf('Ceasefire agreed after a day of fighting')).toBe('/articles/ceasefire')
  })

  it('has room for a story that waits for its first article, and for none', () => {
    const waiting = aStorySummary({ newest: undefined, articleCount: 0, countries: [] })
    const { rerender } = render(<StoriesPage stories={[waiting]} breadcrumb={home} words={words} />)
    expect(screen.getByText('Nothing has been published yet')).toBeTruthy()
    rerender(<StoriesPage stories={[]} breadcrumb={home} words={words} />)
    expect(screen.getByText('We are not following any story at the moment.')).toBeTruthy()
  })
})

describe('a story on the front', () => {
  it('prints its last dated points, each a link to its place, and leads to the whole', () => {
    const block = aFrontBlock({
      title: 'South Caucasus',
      href: '/stories/south-caucasus',
      layout: 'story',
      points: [aStoryPoint(), aStoryPoint({ key: 'p2', href: '/articles/war#p2', asOf: '2020-11' })],
      teasers: someTeasers(3, 1),
    })
    render(<FrontBlock block={block} words={words} />)
    const section = within(screen.getByRole('region', { name: 'South Caucasus' }))
    const links = section.getAllByRole('link', { name: 'Shelling stopped at one o’clock.' })
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '/articles/ceasefire#p1',
      '/articles/war#p2',
    ])
    expect(section.getByText('November 2020')).toBeTruthy()
    expect(addressOf('The whole story')).toBe('/stories/south-caucasus')
    expect(section.getAllByRole('article')).toHaveLength(3)
  })
})
