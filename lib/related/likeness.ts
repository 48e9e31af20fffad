/** How alike texts are, by the words that few of them have: between 0 and 1, from the cosine of their TF-IDF vectors. */
export interface Likeness {
  between(one: string, other: string): number
}

/** @param texts all that are compared, by id: a word is worth the more the fewer of them have it */
export const likenessOf = (texts: ReadonlyMap<string, string>): Likeness => {
  const words = new Map([...texts].map(([id, text]) => [id, wordsOf(text)]))
  const holders = new Map<string, number>()
  for (const own of words.values()) for (const word of own) holders.set(word, (holders.get(word) ?? 0) + 1)
  const worth = (word: string) => Math.log(texts.size / (holders.get(word) ?? 1)) ** 2
  const sum = (own: Iterable<string>) => [...own].reduce((total, word) => total + worth(word), 0)
  const lengths = new Map([...words].map(([id, own]) => [id, Math.sqrt(sum(own))]))
  return {
    between: (one, other) => {
      const [ours, theirs] = [words.get(one), words.get(other)]
      const length = (lengths.get(one) ?? 0) * (lengths.get(other) ?? 0)
      return ours && theirs && length > 0 ? sum([...ours].filter((word) => theirs.has(word))) / length : 0
    },
  }
}

/** Letters that are kept of a long word: "agree", "agreed" and "agreement" are about the same. */
const STEM = 6

/** The words of a text, each once, without case, accents and endings. */
const wordsOf = (text: string): Set<string> => {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return new Set((plain.match(/[\p{L}\p{N}]{3,}/gu) ?? []).map((word) => word.slice(0, STEM)))
}
