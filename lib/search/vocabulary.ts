import { wordsIn } from './foldWords.ts'

/** Words that our articles and names are made of, by how they are compared. */
export type Vocabulary = ReadonlyMap<string, { spelled: string; count: number }>

/** Texts in the order in which their spelling counts: names before headlines. */
export const toVocabulary = (texts: readonly string[]): Vocabulary => {
  const words = new Map<string, { spelled: string; count: number }>()
  for (const text of texts) {
    for (const { start, end, folded } of wordsIn(text)) {
      const known = words.get(folded)
      if (known === undefined) words.set(folded, { spelled: text.slice(start, end), count: 1 })
      else known.count += 1
    }
  }
  return words
}
