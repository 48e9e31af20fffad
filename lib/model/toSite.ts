import type { StoredCategory } from '../../sanity/queries/categories.ts'
import type { StoredLabel } from '../../sanity/queries/labels.ts'
import type { StoredMentioned } from '../../sanity/queries/mentioned.ts'
import type { StoredBanner, StoredSettings } from '../../sanity/queries/site.ts'
import { interfaceLanguageOf } from '../format/words/interfaceLanguage.ts'
import { routes } from '../routes.ts'
import type { Site } from './front.ts'
import { toCategoryLink } from './toCategory.ts'

/** The name of a site whose newsroom has not given it one. */
const UNNAMED = 'Meridian'

/** What every page's frame shows; `banner` only while it runs. */
export const toSite = (
  url: string,
  settings: StoredSettings | undefined,
  categories: StoredCategory[],
  pages: StoredLabel[],
  banner: { stored: StoredBanner; link: StoredMentioned | undefined } | undefined,
): Site => ({
  name: settings?.name ?? UNNAMED,
  language: interfaceLanguageOf(settings?.language),
  tagline: settings?.tagline,
  description: settings?.description,
  url,
  categories: categories.filter(({ parent }) => parent === undefined).map(toCategoryLink),
  pages: pages.map(({ title, slug }) => ({ label: title, href: routes.page(slug) })),
  banner: banner && {
    text: banner.stored.text,
    href: banner.link && routes.article(banner.link.slug),
    endsAt: banner.stored.endsAt,
  },
})
