const WORDS_A_MINUTE = 230

/** Whole minutes that a reader needs for the texts, at least one. */
export const readingMinutes = (texts: string[]): number => {
  const words = texts.reduce((sum, text) => sum + countWords(text), 0)
  return Math.max(1, Math.round(words / WORDS_A_MINUTE))
}

const countWords = (text: string) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
