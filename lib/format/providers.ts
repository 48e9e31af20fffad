/** The houses that films are shown from, by the names that they give themselves. */
const NAMES = new Map([
  ['youtube', 'YouTube'],
  ['vimeo', 'Vimeo'],
])

/** A house by its own name; one that we have no name for by its key. */
export const nameOfProvider = (provider: string): string => NAMES.get(provider) ?? provider
