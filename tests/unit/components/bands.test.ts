import { bandsUpTo, shadeOf } from '../../../components/maps/bands.ts'

describe('the shades of a map', () => {
  it('cover every count from one to the most, each once', () => {
    for (const most of [1, 2, 3, 4, 7, 12, 50, 999]) {
      const bands = bandsUpTo(most)
      const counts = Array.from({ length: most }, (_, index) => index + 1)
      expect(counts.filter((count) => !shadeOf(count, bands))).toEqual([])
      expect(bands.slice(1).map(({ from }) => from)).toEqual(bands.slice(0, -1).map(({ to }) => to + 1))
    }
  })

  it('are wider the more there is', () => {
    expect(bandsUpTo(1000).map(({ from, to }) => [from, to])).toEqual([
      [1, 10],
      [11, 100],
      [101, 1000],
    ])
  })

  it('leave a country without articles as it is', () => {
    expect(shadeOf(0, bandsUpTo(5))).toBeUndefined()
  })
})
