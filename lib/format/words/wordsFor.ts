import { articleWords } from './articleWords.ts'
import { browseWords } from './browseWords.ts'
import { changeWords } from './changeWords.ts'
import { countryWords } from './countryWords.ts'
import { coverageWords } from './coverageWords.ts'
import { dateWords } from './dateWords.ts'
import { failureWords } from './failureWords.ts'
import { feedWords } from './feedWords.ts'
import type { InterfaceLanguage } from './interfaceLanguage.ts'
import { keyPointWords } from './keyPointWords.ts'
import { listWords } from './listWords.ts'
import { noticeWords } from './noticeWords.ts'
import { readerWords } from './readerWords.ts'
import { relationWords } from './relationWords.ts'
import { searchWords } from './searchWords.ts'
import { siteWords } from './siteWords.ts'
import { storyWords } from './storyWords.ts'

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
  failure: failureWords[language],
  story: storyWords[language],
  changes: changeWords[language],
  relation: relationWords[language],
  reader: readerWords[language],
  search: searchWords[language],
})

export type Words = ReturnType<typeof wordsFor>
