import { pauseAfter } from '../../../scripts/start/pauseAfter.ts'

describe('the pause before a part of the newsroom is started again', () => {
  it('grows with every death', () => {
    expect([[0], [0, 1_000], [0, 1_000, 2_000], [0, 1_000, 2_000, 3_000]].map(pauseAfter)).toEqual([
      250, 500, 1_000, 2_000,
    ])
  })

  it('ends with the fifth death within a minute', () => {
    expect(pauseAfter([0, 1_000, 2_000, 3_000, 59_999])).toBeUndefined()
    expect(pauseAfter([0, 1_000, 2_000, 3_000, 60_000])).toBe(2_000)
  })

  it('forgets deaths that are long past', () => {
    expect(pauseAfter([0, 1_000, 2_000, 3_000, 1_000_000])).toBe(250)
  })
})
