import { readFileSync } from 'node:fs'
import { parseSettings } from '../../../edge/settings.ts'
import { failureWords } from '../../../lib/format/words/failureWords.ts'

describe('the settings of the edge', () => {
  it('are where readers come to and where Next is', () => {
    expect(parseSettings({ NEXT_PORT: '3001' })).toEqual({ port: 3000, nextPort: 3001 })
    expect(parseSettings({ PORT: '4000', NEXT_PORT: '4001' })).toEqual({ port: 4000, nextPort: 4001 })
  })

  it('name the variable that is wrong or missing', () => {
    expect(() => parseSettings({})).toThrow(/^NEXT_PORT is ""/)
    expect(() => parseSettings({ PORT: 'x', NEXT_PORT: '3001' })).toThrow(/^PORT is "x"/)
  })
})

it('has a page for when nothing can be shown that says it in the words of the portal, in each of its languages', () => {
  const page = readFileSync('edge/outOfOrder.html', 'utf8').replaceAll('&nbsp;', '\u00a0')
  for (const words of Object.values(failureWords)) {
    for (const each of Object.values(words)) expect(page).toContain(each)
  }
  expect(page).not.toMatch(/<script|src=|url\(/)
})
