/** Sizes in pixels for headlines of up to so many letters; the longest that the Studio lets through has 120. */
const SIZES = [
  [36, 96],
  [60, 82],
  [85, 70],
  [120, 62],
  [180, 50],
] as const
const SMALLEST = 42

/** The size at which a headline fills its place on a card and does not run over it. */
export const headlineSize = (headline: string): number =>
  SIZES.find(([letters]) => headline.length <= letters)?.[1] ?? SMALLEST
