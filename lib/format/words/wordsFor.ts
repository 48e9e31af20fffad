import { articleWords } from './articleWords.ts'
import { browseWords } from './browseWords.ts'
import { changeWords } from './changeWords.ts'
import { countryWords } from './countryWords.ts'
import { coverageWords } from './coverageWords.ts'
import { dateWords } from './dateWords.ts'
import { feedWords } from './feedWords.ts'
import { keyPointWords } from './keyPointWords.ts'
import { listWords } from './listWords.ts'
import { noticeWords } from './noticeWords.ts'
import { readerWords } from './readerWords.ts'
import { relationWords } from './relationWords.ts'
import { searchWords } from './searchWords.ts'
import { siteWords } from './siteWords.ts'
import { storyWords } from './storyWords.ts'

/** The languages that the interface is complete in. Articles may be written in any language. */
export const interfaceLanguages = ['en', 'fr'] as const
export type InterfaceLanguage = (typeof interfaceLanguages)[number]

/**
 * Everything that the interface says, by where it is read: one file a place, each complete in every language, which
 * its type sees to. Pages are given the words of the edition; an article those of its own language where we have them.
 */
export const wordsFor = (language: InterfaceLanguage) => ({
  language,
  site: siteWords[language],
  feed: feedWords[language],
  coverage: coverageWords[language],
  browse: browseWords[language],
  article: articleWords[language],
  keyPoint: keyPointWords[language],
  country: countryWords[language],
  list: listWords[language],
  date: dateWords[language],
  notice: noticeWords[language],
  story: storyWords[language],
  changes: changeWords[language],
  relation: relationWords[language],
  reader: readerWords[language],
  search: searchWords[language],
})

export type Words = ReturnType<typeof wordsFor>

/** The interface's language for a text's (BCP 47), else `otherwise`: "fr-CA" is read with French words around it. */
export const interfaceLanguageOf = (
  language: string | undefined,
  otherwise: InterfaceLanguage = 'en',
): InterfaceLanguage => {
  const primary = language?.toLowerCase().split('-')[0]
  return interfaceLanguages.find((known) => known === primary) ?? otherwise
}
