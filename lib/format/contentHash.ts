const OFFSET = 0x811c9dc5
const PRIME = 0x01000193

/** A short mark of a text, the same for the same text (FNV-1a, 32 bits, in base 36): it tells change and proves nothing. */
export const contentHash = (text: string): string => {
  let hash = OFFSET
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), PRIME)
  return (hash >>> 0).toString(36)
}
