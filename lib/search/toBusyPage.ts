import type { SearchPage } from '../model/search.ts'
import type { Search } from './parseSearch.ts'

/** What a reader is told whose search found no turn. */
export const toBusyPage = ({ text, isCut }: Search): SearchPage => ({
  words: text,
  isBusy: true,
  isCut,
  isOnlyWithout: false,
  narrowing: {},
  answers: [],
  hits: [],
  total: 0,
  isMore: false,
  page: 1,
  pageCount: 1,
  chosen: [],
  facets: [],
  periods: [],
  corrections: [],
  shorter: [],
  widened: undefined,
  start: undefined,
})
