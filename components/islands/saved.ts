import { asTexts, keep, readKept } from './kept.ts'

export interface SavedArticle {
  href: string
  headline: string
  standfirst: string
  label: string
  /** Of the desk; nothing for what was saved before accents were. */
  accent: string
  language: string
  direction: string
}

const CHANGED = 'meridian:saved'

const toSaved = (value: unknown): SavedArticle[] => {
  const { href, headline, ...others } = asTexts(value) ?? {}
  const { standfirst = '', label = '', accent = '', language = '', direction = '' } = others
  return href?.startsWith('/') && headline
    ? [{ href, headline, standfirst, label, accent, language, direction }]
    : []
}

/** The articles that this browser's reader has saved, the last saved first. */
export const readSaved = (): SavedArticle[] => {
  const kept = readKept('saved')
  return Array.isArray(kept) ? kept.flatMap(toSaved) : []
}

export const keepSaved = (articles: SavedArticle[]): void => {
  keep('saved', articles)
  document.dispatchEvent(new Event(CHANGED))
}

/** Calls at once and whenever something is saved or removed, here or in another window. */
export const onSaved = (show: () => void): void => {
  document.addEventListener(CHANGED, show)
  addEventListener('storage', show)
  show()
}
