export type Shade = 'some' | 'many' | 'most'

/** Counts that are drawn alike, both ends included. */
export interface Band {
  shade: Shade
  from: number
  to: number
}

/** Up to three bands from one to `most`, each several times as wide as the one before: few countries make most news. */
export const bandsUpTo = (most: number): Band[] => {
  const first = Math.max(1, Math.round(most ** (1 / 3)))
  const second = Math.max(first + 1, Math.round(most ** (2 / 3)))
  const bands: Band[] = [
    { shade: 'some', from: 1, to: first },
    { shade: 'many', from: first + 1, to: second },
    { shade: 'most', from: second + 1, to: most },
  ]
  return bands.map((band) => ({ ...band, to: Math.min(band.to, most) })).filter(({ from, to }) => from <= to)
}

/** The shade of a count; undefined for none. */
export const shadeOf = (count: number, bands: readonly Band[]): Shade | undefined =>
  bands.find(({ from, to }) => count >= from && count <= to)?.shade
