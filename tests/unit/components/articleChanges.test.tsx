/** @jest-environment jsdom */
import { render, screen } from '@testing-library/react'
import { ArticleChanges } from '../../../components/article/ArticleChanges.tsx'
import { wordsFor } from '../../../lib/format/words/wordsFor.ts'
import type { ArticleChange } from '../../../lib/model/changes.ts'

const changes: ArticleChange[] = [
  { kind: 'standing', key: 'p1', now: 'Sixty posts were taken.', from: 'claimed', to: 'confirmed' },
  { kind: 'pointAdded', key: 'p2', now: 'It ended at noon.' },
  { kind: 'pointRemoved', before: 'Nobody was hurt.' },
  { kind: 'headline', before: 'Ceasefire near' },
]

describe('what changed in an article', () => {
  it('leads to each point that is new or surer than before', () => {
    render(<ArticleChanges changes={changes} words={wordsFor('en')} />)
    expect(screen.getByRole('link', { name: 'It ended at noon.' }).getAttribute('href')).toBe('#p2')
    expect(screen.getByText('From claimed to confirmed')).toBeTruthy()
  })

  it('shows what was taken out, and the old headline, as deleted', () => {
    render(<ArticleChanges changes={changes} words={wordsFor('fr')} />)
    expect(screen.getAllByRole('deletion').map(({ textContent }) => textContent)).toEqual([
      'Nobody was hurt.',
      'Ceasefire near',
    ])
  })

  it('prints nothing where nothing changed', () => {
    const { container } = render(<ArticleChanges changes={[]} words={wordsFor('en')} />)
    expect(container.textContent).toBe('')
  })
})
