import { cache } from 'react'
import { pageOfLatest } from '../../sanity/queries/articleLists.ts'
import { tags } from '../freshness/tags.ts'
import { byDay } from '../model/byDay.ts'
import type { RiverPage } from '../model/river.ts'
import { loadRiverPage } from './loadRiverPage.ts'

/** Page `page` (from 1) of all articles, newest first; undefined when there is no such page. */
export const getLatestPage = cache(async (page: number | undefined): Promise<RiverPage | undefined> => {
  const river = await loadRiverPage(pageOfLatest, {}, [tags.latest()], page)
  if (river === undefined) return undefined
  const { teasers, ...place } = river
  return { ...place, days: byDay(teasers) }
})
