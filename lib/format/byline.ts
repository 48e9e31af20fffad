import type { InterfaceLanguage } from './words/interfaceLanguage.ts'
import type { Words } from './words/wordsFor.ts'

// British English sets no comma before "and".
const LOCALES: Record<InterfaceLanguage, string> = { en: 'en-GB', fr: 'fr' }

export type NamePart = { kind: 'name'; index: number; text: string } | { kind: 'between'; text: string }

/** Names as a byline prints them, cut so that each name can be a link: "A", "A and B", "A, B and C". */
export const namePartsOf = (names: string[], language: InterfaceLanguage): NamePart[] => {
  let index = 0
  return new Intl.ListFormat(LOCALES[language], { type: 'conjunction' })
    .formatToParts(names)
    .map(({ type, value }) =>
      type === 'element' ? { kind: 'name', index: index++, text: value } : { kind: 'between', text: value },
    )
}

/** The same as one text. */
export const formatNames = (names: string[], { language }: Words): string =>
  namePartsOf(names, language)
    .map(({ text }) => text)
    .join('')
