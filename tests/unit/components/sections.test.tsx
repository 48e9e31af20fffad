/** @jest-environment jsdom */
import { render, screen, within } from '@testing-library/react'
import { Section } from '../../../components/article/Section.tsx'
import { wordsFor } from '../../../lib/format/words/wordsFor.ts'
import type { ArticleSection } from '../../../lib/model/article.ts'
import { anArticle } from '../../fixtures/article.ts'
import { aParagraphWithLinks } from '../../fixtures/richText.ts'
import { aPicture } from '../../fixtures/teaser.ts'

const words = wordsFor('en')

const every = anArticle().sections
const read = <Kind extends ArticleSection['kind']>(
  kind: Kind,
  changes: Partial<Extract<ArticleSection, { kind: Kind }>> = {},
) => {
  const section = every.find((each) => each.kind === kind)
  if (!section) throw new Error(`the fixture has no section of kind ${kind}`)
  return render(<Section section={{ ...section, ...changes }} words={words} edition={words} />)
}

describe('a section of an article', () => {
  it('passage: prints its paragraphs, and leads to what they mention', () => {
    read('passage', { text: [aParagraphWithLinks()] })
    expect(screen.getByRole('link', { name: 'Armenia' }).getAttribute('href')).toBe('/countries/armenia')
    expect(screen.getByRole('link', { name: 'statement' }).getAttribute('href')).toBe(
      'https://example.org/statement',
    )
    expect(document.querySelector('strong')?.textContent).toBe('statement')
  })

  it('figure: shows a picture with the words for those who do not see it', () => {
    read('figure')
    expect(screen.getByRole('img', { name: 'The Lachin road' }).getAttribute('sizes')).toContain('100vw')
  })

  it('gallery: shows all its pictures under its heading', () => {
    read('gallery')
    const gallery = screen.getByRole('region', { name: 'In pictures' })
    expect(within(gallery).getAllByRole('figure')).toHaveLength(2)
  })

  it('gallery: has a name without a heading too', () => {
    read('gallery', { heading: undefined, pictures: [aPicture({ src: '/a' }), aPicture({ src: '/b' })] })
    expect(screen.getByRole('region', { name: 'Pictures' })).toBeTruthy()
    expect(screen.queryByRole('heading')).toBeNull()
  })

  it('pull quote: says whose words they are', () => {
    read('pullQuote')
    const quote = screen.getByRole('figure')
    expect(within(quote).getByRole('blockquote').textContent).toBe('We heard the first shells at noon.')
    expect(quote.querySelector('figcaption')?.textContent).toBe('A resident of Martakert')
  })

  it('timeline: puts the date before each event, as far as it is known', () => {
    read('timeline')
    const [event] = within(screen.getByRole('region', { name: 'How it came to this' })).getAllByRole(
      'listitem',
    )
    expect(event?.querySelector('time')?.getAttribute('datetime')).toBe('2020-11')
    expect(event?.textContent).toBe('November 2020The second war ends.')
  })

  it('table: heads its columns and sets numbers to the right', () => {
    read('table')
    const table = screen.getByRole('table', { name: 'Two armies' })
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map((cell) => cell.textContent),
    ).toEqual(['Country', 'Active soldiers'])
    expect(within(table).getByRole('cell', { name: '42,000' }).getAttribute('data-numeric')).toBe('true')
    expect(within(table).getByRole('cell', { name: 'Armenia' }).getAttribute('data-numeric')).toBe('false')
  })

  it('table: sets a column of numbers to the right also where one of them is a word', () => {
    const rows = [
      ['First party', '12'],
      ['Second party', 'not yet founded'],
      ['Third party', '9'],
    ]
    read('table', { columns: ['Party', 'Seats'], rows })
    const isRight = (name: string) => screen.getByRole('cell', { name }).getAttribute('data-numeric')
    expect(rows.flat().map(isRight)).toEqual(rows.flatMap(() => ['false', 'true']))
  })

  it('table: can be reached by keyboard where it scrolls', () => {
    read('table')
    expect(screen.getByRole('region', { name: 'Two armies' }).tabIndex).toBe(0)
  })

  it('embed: is a link that loads nothing from elsewhere', () => {
    read('embed')
    const link = screen.getByRole('link', { name: /The council in session.*Watch on YouTube/ })
    expect(link.getAttribute('href')).toBe('https://www.youtube.com/watch?v=abc')
    expect(document.querySelectorAll('iframe, script, img')).toHaveLength(0)
  })

  it('relation box: names both countries and prints the last events', () => {
    read('relationBox')
    const box = screen.getByRole('region', { name: 'Armenia and Azerbaijan' })
    expect(within(box).getByRole('link', { name: 'Azerbaijan' }).getAttribute('href')).toBe(
      '/countries/azerbaijan',
    )
    expect(
      within(box)
        .getAllByRole('listitem')
        .map((event) => event.querySelector('time')?.textContent),
    ).toEqual(['10\u00a0November 2020', '1994'])
  })
})
