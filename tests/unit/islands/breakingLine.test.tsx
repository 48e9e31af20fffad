/** @jest-environment jsdom */
import { jest } from '@jest/globals'
import { act, screen } from '@testing-library/react'
import { Banner } from '../../../components/site/Banner.tsx'
import '../../../components/site/breakingLine.island.ts'
import { wordsFor } from '../../../lib/format/words/wordsFor.ts'
import { printPage } from '../../support/printed.ts'

const MINUTE = 60_000
const now = new Date('2023-09-19T12:00:00Z')
const words = wordsFor('en')

const printUntil = (end: Date) =>
  printPage(
    <Banner
      banner={{ text: 'Ceasefire announced', href: undefined, endsAt: end.toISOString() }}
      words={words}
    />,
  )
const line = () => screen.queryByRole('region', { name: 'Breaking news' })

beforeEach(() => jest.useFakeTimers({ now }))
afterEach(() => jest.useRealTimers())

describe('a breaking line', () => {
  it('is not seen on a page that was kept from before its end', () => {
    printUntil(new Date(now.getTime() - 1))
    expect(line()).toBeNull()
  })

  it('leaves an open page in the moment in which it ends', () => {
    printUntil(new Date(now.getTime() + 10 * MINUTE))
    act(() => void jest.advanceTimersByTime(10 * MINUTE - 1))
    expect(line()?.textContent).toContain('Ceasefire announced')
    act(() => void jest.advanceTimersByTime(1))
    expect(line()).toBeNull()
  })

  it('stays for weeks where it should, and asks for no longer delay than browsers keep', () => {
    const delays = jest.spyOn(globalThis, 'setTimeout')
    const weeks = 30 * 24 * 60 * MINUTE
    printUntil(new Date(now.getTime() + weeks))
    act(() => void jest.advanceTimersByTime(weeks - 1))
    expect(line()).not.toBeNull()
    act(() => void jest.advanceTimersByTime(1))
    expect(line()).toBeNull()
    expect(Math.max(...delays.mock.calls.map(([, ms = 0]) => ms))).toBe(2 ** 31 - 1)
  })
})
