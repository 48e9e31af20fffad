/** @jest-environment jsdom */
import { screen } from '@testing-library/dom'
import userEvent from '@testing-library/user-event'
import { ArticleBody } from '../../../components/article/ArticleBody.tsx'
import { stateOf } from '../../../components/article/articleState.ts'
import '../../../components/article/sinceVisit.island.ts'
import { wordsFor } from '../../../lib/format/words/wordsFor.ts'
import { aKeyPoint, aKeyPointsSection, anArticle } from '../../fixtures/article.ts'
import { aRichText } from '../../fixtures/richText.ts'
import { printPage } from '../../support/printed.ts'

const words = wordsFor('en')
const visit = (points: Parameters<typeof aKeyPoint>[0][]) => {
  const article = anArticle({
    sections: [aKeyPointsSection({ points: points.map(aKeyPoint) })],
    relations: [],
  })
  printPage(<ArticleBody article={article} words={words} edition={words} />)
}
const marked = () =>
  [...document.querySelectorAll<HTMLElement>('[data-since]')].map(({ id, dataset }) => [id, dataset.since])

beforeEach(() => localStorage.clear())

describe('what is new since the last visit', () => {
  const first = { key: 'a', text: aRichText('Shelling began.') }

  it('is nothing on the first visit, and nothing when nothing has changed', () => {
    visit([first])
    expect(marked()).toEqual([])
    visit([first])
    expect(marked()).toEqual([])
    expect(screen.queryByRole('button', { name: 'Hide the marks' })).toBeNull()
  })

  it('is marked point by point and said in a line, until the reader hides it', async () => {
    visit([first])
    visit([
      { ...first, text: aRichText('Shelling began at noon.') },
      { key: 'b', text: aRichText('Talks begin.') },
    ])
    expect(marked()).toEqual([
      ['a', 'Changed'],
      ['b', 'New'],
    ])
    expect(screen.getByText('Since your last visit, marked below: 1 new, 1 changed.')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Hide the marks' }))
    expect(marked()).toEqual([])
  })

  it('counts a change of standing', () => {
    visit([{ ...first, standing: 'claimed' }])
    visit([{ ...first, standing: 'confirmed' }])
    expect(marked()).toEqual([['a', 'Changed']])
  })
})

describe('the state of an article', () => {
  it('marks every section and point by its address in the page', () => {
    const article = anArticle({ relations: [] })
    printPage(<ArticleBody article={article} words={words} edition={words} />)
    const keys = Object.keys(stateOf(article.sections))
    expect(keys.length).toBeGreaterThan(article.sections.length)
    expect(keys.filter((key) => document.getElementById(key) === null)).toEqual([])
  })

  it('does not change when a picture moves to another address', () => {
    const section = anArticle().sections.find(({ kind }) => kind === 'figure')
    if (section?.kind !== 'figure') throw new Error('the fixture has no figure')
    const moved = { ...section, picture: { ...section.picture, src: 'https://elsewhere.example/a.png' } }
    expect(stateOf([moved])).toEqual(stateOf([section]))
  })
})
