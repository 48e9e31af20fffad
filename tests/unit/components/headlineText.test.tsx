/** @jest-environment jsdom */
import { render } from '@testing-library/react'
import { HeadlineText } from '../../../components/text/HeadlineText.tsx'

describe('a headline', () => {
  it.each([
    ['The COVID-19 pandemic', ['COVID-19']],
    ['Luna-25 crashes, Chandrayaan-3 lands', ['Luna-25', 'Chandrayaan-3']],
    ['Sweden becomes the thirty-second member', []],
  ])('“%s” keeps a name and its number together', (text, whole) => {
    const { container } = render(<HeadlineText text={text} />)
    expect(container.textContent).toBe(text)
    expect([...container.querySelectorAll('span')].map((name) => name.textContent)).toEqual(whole)
  })
})
