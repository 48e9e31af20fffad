import { cache } from 'react'
import { articlesOfMonth, headlines } from '../../sanity/queries/archive.ts'
import { tags } from '../freshness/tags.ts'
import type { ArchiveMonth } from '../model/archive.ts'
import { monthAfter, toArchiveMonth, toHeadlines } from '../model/toArchive.ts'
import { loadCategoriesWith } from './loadCategories.ts'
import { inOrder, loadDocuments, loadIds } from './loadDocuments.ts'
import { loadMonthCounts } from './loadMonthCounts.ts'

/** More than a hundred and fifty articles a day: a page that lists more would not be read. */
const LONGEST_MONTH = 5000
const MONTH = /^[12]\d{3}-(0[1-9]|1[0-2])$/

/** Everything published in a month, `2023-09`; undefined when nothing was, or when it is no month. */
export const getArchiveMonth = cache(async (month: string): Promise<ArchiveMonth | undefined> => {
  if (!MONTH.test(month)) return undefined
  const ids = await loadIds(articlesOfMonth, { from: month, to: monthAfter(month), limit: LONGEST_MONTH }, [
    tags.month(month),
  ])
  if (ids.length === 0) return undefined
  const stored = inOrder(ids, await loadDocuments(headlines, ids))
  const desks = await loadCategoriesWith(stored.map(({ category }) => category))
  const year = Number(month.slice(0, 4))
  const around = await Promise.all([year - 1, year, year + 1].map((each) => loadMonthCounts(String(each))))
  return toArchiveMonth(month, toHeadlines(stored, desks), around.flat())
})
