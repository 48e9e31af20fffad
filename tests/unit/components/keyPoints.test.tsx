/** @jest-environment jsdom */
import { render, screen, within } from '@testing-library/react'
import { KeyPoint } from '../../../components/keyPoints/KeyPoint.tsx'
import { KeyPointsSection } from '../../../components/keyPoints/KeyPointsSection.tsx'
import { wordsFor } from '../../../lib/format/words/wordsFor.ts'
import { aKeyPoint, aKeyPointsSection } from '../../fixtures/article.ts'
import { azerbaijan } from '../../fixtures/country.ts'
import { aRichText } from '../../fixtures/richText.ts'

const words = wordsFor('en')

const point = (changes: Parameters<typeof aKeyPoint>[0]) => {
  render(<KeyPoint words={words} point={aKeyPoint({ asOf: undefined, sourceNumbers: [], ...changes })} />)
  return screen.getByRole('listitem')
}

describe('a key point', () => {
  it('stands at its own address and links to it', () => {
    const item = point({ key: 'shelling' })
    expect(item.id).toBe('shelling')
    expect(within(item).getByRole('link', { name: 'Link to this point' }).getAttribute('href')).toBe(
      '#shelling',
    )
  })

  it.each([
    ['claimed', 'Claimed'],
    ['disputed', 'Disputed'],
    ['unverified', 'Unverified'],
  ] as const)('says in a word that it is %s', (standing, word) => {
    expect(within(point({ standing })).getByText(word)).toBeTruthy()
  })

  it('does not write that it is confirmed', () => {
    const item = point({ standing: 'confirmed', text: aRichText('Shelling began.') })
    expect(item.textContent).not.toMatch(/confirmed/i)
    expect(item.querySelectorAll('p')).toHaveLength(1)
  })

  it('says who says it, and as of when', () => {
    const item = point({ standing: 'claimed', attribution: "Azerbaijan's defence ministry", asOf: '2023-09' })
    expect(within(item).getByText("Azerbaijan's defence ministry")).toBeTruthy()
    expect(within(item).getByText('September 2023').closest('time')?.getAttribute('datetime')).toBe('2023-09')
  })

  it('leads to each of its sources', () => {
    const item = point({ sourceNumbers: [1, 3] })
    expect(within(item).getByRole('link', { name: 'Source 3' }).getAttribute('href')).toBe('#source-3')
    expect(within(item).getAllByRole('link', { name: /^Source/ })).toHaveLength(2)
  })
})

describe('a section of key points', () => {
  it('does not say twice what kind it is', () => {
    const section = aKeyPointsSection({ sectionKind: 'whatNext', heading: 'What next', actor: undefined })
    render(<KeyPointsSection words={words} section={section} />)
    expect(screen.getAllByText('What next')).toHaveLength(1)
  })

  it('is named by its heading and says what kind it is', () => {
    render(<KeyPointsSection words={words} section={aKeyPointsSection({ sectionKind: 'whatNext' })} />)
    const section = screen.getByRole('region', { name: 'What happened' })
    expect(within(section).getAllByRole('listitem')).toHaveLength(2)
    expect(within(section).getByText('What next')).toBeTruthy()
  })

  it('shows the flag of the country it is about, and leads to its page', () => {
    const actor = { name: azerbaijan.name, href: azerbaijan.href, iso2: azerbaijan.iso2 }
    render(<KeyPointsSection words={words} section={aKeyPointsSection({ actor, points: [aKeyPoint()] })} />)
    expect(screen.getByRole('link', { name: 'Azerbaijan' }).getAttribute('href')).toBe(
      '/countries/azerbaijan',
    )
    expect(document.querySelector('img')?.getAttribute('src')).toBe('/flags/az.svg')
  })

  it('prints a name alone for somebody who is no country of ours', () => {
    const actor = { name: 'The Red Cross', href: undefined, iso2: undefined }
    render(<KeyPointsSection words={words} section={aKeyPointsSection({ actor, points: [] })} />)
    expect(screen.getByText('The Red Cross').tagName).toBe('SPAN')
    expect(document.querySelector('img')).toBeNull()
  })
})
