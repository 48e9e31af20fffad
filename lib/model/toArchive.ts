import type { StoredHeadline } from '../../sanity/queries/archive.ts'
import type { StoredCategory } from '../../sanity/queries/categories.ts'
import { directionOf } from '../format/direction.ts'
import { routes } from '../routes.ts'
import type { ArchiveIndex, ArchiveMonth, Headline, MonthCount } from './archive.ts'
import { byDay } from './byDay.ts'
import { toCategoryLink } from './toCategory.ts'
import { DEFAULT_LANGUAGE } from './toTeaser.ts'

/** The month that follows: `2023-12` → `2024-01`. */
export const monthAfter = (month: string): string => {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${digits(year + 1, 4)}-01` : `${digits(year, 4)}-${digits(number + 1, 2)}`
}

const digits = (value: number, length: number) => String(value).padStart(length, '0')

/** The months of a year that have an article, from how many each has; in the order of the calendar. */
export const toMonthCounts = (year: string, counts: number[]): MonthCount[] =>
  counts.flatMap((articleCount, index) => {
    const month = `${year}-${digits(index + 1, 2)}`
    return articleCount === 0 ? [] : [{ month, href: routes.archive(month), articleCount }]
  })

/** Articles without a published category are left out. */
export const toHeadlines = (
  stored: StoredHeadline[],
  categories: ReadonlyMap<string, StoredCategory>,
): Headline[] =>
  stored.flatMap((article) => {
    const category = categories.get(article.category)
    if (category === undefined) return []
    const language = article.language ?? DEFAULT_LANGUAGE
    return [
      {
        id: article._id,
        href: routes.article(article.slug),
        headline: article.headline,
        kicker: article.kicker,
        category: toCategoryLink(category),
        firstPublishedAt: article.firstPublishedAt,
        language,
        direction: directionOf(language),
      },
    ]
  })

/** A month of the archive. `around` are the months with articles of its own year, the one before and the one after. */
export const toArchiveMonth = (month: string, headlines: Headline[], around: MonthCount[]): ArchiveMonth => {
  const year = month.slice(0, 4)
  return {
    month,
    href: routes.archive(month),
    articleCount: around.find((each) => each.month === month)?.articleCount ?? headlines.length,
    days: byDay(headlines),
    previous: around.filter((each) => each.month < month).at(-1),
    next: around.find((each) => each.month > month),
    months: around.filter((each) => each.month.startsWith(`${year}-`)),
  }
}

export const toArchiveIndex = (years: { year: string; months: MonthCount[] }[]): ArchiveIndex => ({
  years: years
    .filter(({ months }) => months.length > 0)
    .map(({ year, months }) => ({
      year,
      months,
      articleCount: months.reduce((sum, { articleCount }) => sum + articleCount, 0),
    }))
    .sort((a, b) => b.year.localeCompare(a.year)),
})
