/** Stands between texts that no phrase goes beyond. */
export const seam = '\0'

/**
 * Texts as one, each as ` its words in small letters `: what `wordsOf` gives of each, spaces between and around them,
 * and a seam between two texts.
 */
export function wordsWithSeams(texts: readonly string[]): string {
  const text = ` ${texts.map(withoutSeams).join(` ${seam} `)} `
  // What parts two words is a space already, most often: that is left as it is.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: -- the seam, and the whole of ASCII, are meant
  if (/^[\x00-\x7f]*$/.test(text)) {
    return text.toLowerCase().replace(/[^a-z0-9\0 ][^a-z0-9\0]*| [^a-z0-9\0]+/g, ' ')
  }
  const plain = text.normalize('NFKD').replace(/\p{M}+/gu, '')
  return plain.toLowerCase().replace(/[^\p{L}\p{N}\0 ][^\p{L}\p{N}\0]*| [^\p{L}\p{N}\0]+/gu, ' ')
}

function withoutSeams(text: string): string {
  return text.includes(seam) ? text.replaceAll(seam, ' ') : text
}
