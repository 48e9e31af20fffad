/** What the reader's browser keeps for us under a name; undefined where it keeps nothing, or something unreadable. */
export const readKept = (name: string): unknown => {
  try {
    return JSON.parse(localStorage.getItem(`meridian.${name}`) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

/** A browser that may keep nothing forgets at once; that is its reader's choice. */
export const keep = (name: string, value: unknown): void => {
  try {
    localStorage.setItem(`meridian.${name}`, JSON.stringify(value))
  } catch {
    // Storage is full or forbidden.
  }
}

/** The value as a record of texts, or undefined when it is none. */
export const asTexts = (value: unknown): Record<string, string> | undefined => {
  if (typeof value !== 'object' || value === null) return undefined
  const entries = Object.entries(value)
  return entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')
    ? Object.fromEntries(entries)
    : undefined
}
