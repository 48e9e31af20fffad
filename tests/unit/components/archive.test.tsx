/** @jest-environment jsdom */
import { render, screen, within } from '@testing-library/react'
import { ArchiveIndexPage } from '../../../components/archive/ArchiveIndexPage.tsx'
import { ArchiveMonthPage } from '../../../components/archive/ArchiveMonthPage.tsx'
import { CorrectionsPage } from '../../../components/corrections/CorrectionsPage.tsx'
import { wordsFor } from '../../../lib/format/words/wordsFor.ts'
import { trailsFor } from '../../../lib/model/trails.ts'
import { anArchiveMonth, anArticleCorrection } from '../../fixtures/archive.ts'

const words = wordsFor('en')
const { home, archive: trail } = trailsFor(words)
const addressOf = (name: string | RegExp) => screen.getByRole('link', { name }).getAttribute('href')

describe('the archive', () => {
  it('lists the months of each year with how much each has', () => {
    const months = anArchiveMonth().months
    render(
      <ArchiveIndexPage
        index={{ years: [{ year: '2023', articleCount: 3, months }] }}
        breadcrumb={home}
        words={words}
      />,
    )
    const year = within(screen.getByRole('region', { name: '2023' }))
    expect(year.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'July 20232 articles',
      'September 20231 article',
    ])
    expect(addressOf('July 2023')).toBe('/archive/2023/07')
  })

  it('says that it is empty before the first publication', () => {
    render(<ArchiveIndexPage index={{ years: [] }} breadcrumb={home} words={words} />)
    expect(screen.getByText('Nothing has been published yet.')).toBeTruthy()
  })
})

describe('a month of the archive', () => {
  it('runs by day, each article a line with its minute and its desk', () => {
    render(<ArchiveMonthPage archive={anArchiveMonth()} breadcrumb={trail} words={words} />)
    const day = within(screen.getByRole('region', { name: 'Wednesday 20 September 2023' }))
    expect(day.getByText('10:30 UTC').closest('time')?.getAttribute('datetime')).toBe('2023-09-20T10:30:00Z')
    expect(day.getByText('Conflict')).toBeTruthy()
    expect(addressOf('Ceasefire agreed after a day of fighting')).toBe('/articles/ceasefire')
  })

  it('leads to the month before, to others of its year and up to the archive', () => {
    render(<ArchiveMonthPage archive={anArchiveMonth()} breadcrumb={trail} words={words} />)
    expect(addressOf('Previous month July 2023')).toBe('/archive/2023/07')
    expect(screen.queryByRole('link', { name: /Next month/ })).toBeNull()
    const here = screen.getByRole('link', { name: 'September' })
    expect(here.getAttribute('title')).toBe('1 article')
    expect(here.getAttribute('aria-current')).toBe('page')
    expect(addressOf('Archive')).toBe('/archive')
  })
})

describe('the corrections', () => {
  it('say what kind each is and when, and lead to what changed in the article', () => {
    render(
      <CorrectionsPage
        corrections={[anArticleCorrection(), anArticleCorrection({ key: 'c2', kind: 'update' })]}
        breadcrumb={home}
        words={words}
      />,
    )
    const [first, second] = screen.getAllByRole('article')
    expect(first?.textContent).toContain('Correction21\u00a0September 2023, 08:00\u00a0UTC')
    expect(second?.textContent).toContain('Update')
    expect(screen.getAllByRole('link', { name: /Ceasefire/ })[0]?.getAttribute('href')).toBe(
      '/articles/ceasefire#what-changed',
    )
  })

  it('are none, in words, while there are none', () => {
    render(<CorrectionsPage corrections={[]} breadcrumb={home} words={wordsFor('fr')} />)
    expect(screen.getByText('Aucun article n’a été rectifié à ce jour.')).toBeTruthy()
    expect(screen.queryByRole('article')).toBeNull()
  })
})
