/** @jest-environment jsdom */
import { fireEvent, screen, waitFor } from '@testing-library/dom'
import userEvent from '@testing-library/user-event'
import '../../../components/search/searchSuggestions.island.ts'
import { MastheadControls } from '../../../components/site/MastheadControls.tsx'
import { wordsFor } from '../../../lib/format/words/wordsFor.ts'
import { printPage } from '../../support/printed.ts'

const suggestions = [
  { label: 'Armenia', href: '/countries/armenia', kind: 'country' },
  { label: 'Armenia and the talks', href: '/articles/talks', kind: 'article' },
  { label: 'Elsewhere', href: 'https://elsewhere.example/', kind: 'article' },
]
const asked: string[] = []
let answer: unknown = { suggestions }

beforeEach(() => {
  answer = { suggestions }
  asked.length = 0
  Element.prototype.scrollIntoView = () => undefined
  Object.defineProperty(globalThis, 'fetch', {
    configurable: true,
    value: async (address: string) => {
      asked.push(address)
      return { json: async () => answer }
    },
  })
  printPage(<MastheadControls words={wordsFor('en')} />)
})

const field = () => screen.getByRole('combobox', { name: 'Search' })
const options = () => screen.queryAllByRole('option')
const type = async (letters: string) => {
  await userEvent.type(field(), letters)
  await waitFor(() => expect(asked).not.toEqual([]))
}
const chosen = () => document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.textContent

describe('suggestions while searching', () => {
  it('come once for all letters typed, each with what it is, and lead nowhere else', async () => {
    await type('arm')
    await waitFor(() => expect(options()).toHaveLength(2))
    expect(asked).toEqual(['/api/suggest?q=arm'])
    expect(options().map(({ textContent }) => textContent)).toEqual([
      'Armenia Country',
      'Armenia and the talks Article',
    ])
    expect(field().getAttribute('aria-expanded')).toBe('true')
    expect(field().getAttribute('aria-controls')).toBe(
      screen.getByRole('listbox', { name: 'Suggestions' }).id,
    )
  })

  it('are chosen by the arrows, past the last of them the field again', async () => {
    await type('arm')
    await waitFor(() => expect(options()).toHaveLength(2))
    const seen = []
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp']) {
      fireEvent.keyDown(field(), { key })
      seen.push(chosen())
    }
    expect(seen).toEqual([
      'Armenia Country',
      'Armenia and the talks Article',
      undefined,
      'Armenia and the talks Article',
    ])
    expect(options()[1]?.getAttribute('aria-selected')).toBe('true')
  })

  it('close by Escape and when the field is left', async () => {
    await type('arm')
    await waitFor(() => expect(options()).toHaveLength(2))
    fireEvent.keyDown(field(), { key: 'Escape' })
    expect(options()).toEqual([])
    expect(field().getAttribute('aria-expanded')).toBe('false')
  })

  it('leave Enter to the form while none is chosen', async () => {
    await type('arm')
    await waitFor(() => expect(options()).toHaveLength(2))
    expect(fireEvent.keyDown(field(), { key: 'Enter' })).toBe(true)
  })

  it('do without an answer that is none of ours', async () => {
    answer = { message: 'busy' }
    await type('arm')
    expect(field().getAttribute('aria-expanded')).toBe('false')
  })
})
