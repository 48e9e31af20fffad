/** @jest-environment jsdom */
import { render, screen } from '@testing-library/react'
import { ArticleChanges } from '../../../components/article/ArticleChanges.tsx'
import { wordsFor } from '../../../lib/format/words/wordsFor.ts'
import type { ArticleChange } from '../../../lib/model/changes.ts'

const changes: ArticleChange[] = [
  { kind: 'standing', key: 'p1', now: 'Sixty posts were taken.', from: 'claimed', to: 'confirmed' },
  { kind: 'pointAdded', key: 'p2', now: 'It ended at noon.' },
  { kind: 'pointRemoved', key: 'p3' },
  { kind: 'headline' },
]

describe('what changed in an article', () => {
  it('leads to each point that is new or surer than before', () => {
    render(<ArticleChanges changes={changes} words={wordsFor('en')} />)
    expect(screen.getByRole('link', { name: 'It ended at noon.' }).getAttribute('href')).toBe('#p2')
    expect(screen.getByText('From claimed to confirmed')).toBeTruthy()
  })

  it('says in words that something was taken out, with nothing to follow', () => {
    render(<ArticleChanges changes={changes} words={wordsFor('fr')} />)
    expect(screen.getByText('Un point a été retiré').closest('li')?.querySelector('a')).toBeNull()
    expect(screen.getByText('Le titre a été modifié')).toBeTruthy()
  })

  it('prints nothing where nothing changed', () => {
    const { container } = render(<ArticleChanges changes={[]} words={wordsFor('en')} />)
    expect(container.textContent).toBe('')
  })
})
