/** A word of a text: where it stands, and how it is compared. */
export interface FoundWord {
  start: number
  end: number
  folded: string
}

/** Small letters without accents, as `text::query` compares words. */
export const foldText = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** The words of a text in their order, in any script. */
export const wordsIn = (text: string): FoundWord[] =>
  [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    folded: foldText(word),
  }))

export const foldedWordsIn = (text: string): string[] => wordsIn(text).map(({ folded }) => folded)
