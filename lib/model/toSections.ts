import type { StoredCountryName } from '../../sanity/queries/countries.ts'
import type {
  StoredKeyPoint,
  StoredKeyPointsSection,
  StoredSection,
} from '../../sanity/queries/parts/sections.ts'
import { routes } from '../routes.ts'
import type { Actor, ArticleSection, KeyPoint, KeyPointsSection, RelationSummary } from './article.ts'
import { type Mentions, toRichText } from './toRichText.ts'
import { toTimelineEntry } from './toTimelineEntry.ts'

/** What sections refer to, by id. */
export interface SectionSurroundings {
  mentions: Mentions
  countryNames: ReadonlyMap<string, StoredCountryName>
  relations: ReadonlyMap<string, RelationSummary>
  /** Numbers of sources. */
  sourceNumbers: ReadonlyMap<string, number>
}

/** Sections in their order; those with nothing left to show (a figure without a picture) are left out. */
export const toSections = (stored: StoredSection[], surroundings: SectionSurroundings): ArticleSection[] =>
  stored.flatMap((section) => toSection(section, surroundings) ?? [])

const toSection = (section: StoredSection, surroundings: SectionSurroundings): ArticleSection | undefined => {
  const key = section._key
  switch (section._type) {
    case 'keyPointsSection':
      return toKeyPointsSection(section, surroundings)
    case 'passage':
      return { kind: 'passage', key, text: toRichText(section.text, surroundings.mentions) }
    case 'figure':
      return section.picture && { kind: 'figure', key, picture: section.picture }
    case 'gallery': {
      const pictures = section.pictures.flatMap((picture) => picture ?? [])
      return pictures.length === 0 ? undefined : { kind: 'gallery', key, heading: section.heading, pictures }
    }
    case 'pullQuote':
      return { kind: 'pullQuote', key, text: section.text, attribution: section.attribution }
    case 'timeline':
      return {
        kind: 'timeline',
        key,
        heading: section.heading,
        entries: section.entries.map(toTimelineEntry),
      }
    case 'table':
      return {
        kind: 'table',
        key,
        caption: section.caption,
        columns: section.columns,
        rows: evenRows(section),
      }
    case 'embed':
      return { kind: 'embed', key, provider: section.provider, url: section.url, title: section.title }
    case 'relationBox': {
      const relation = surroundings.relations.get(section.relation)
      return relation && { kind: 'relationBox', key, relation }
    }
  }
}

const toKeyPointsSection = (
  section: StoredKeyPointsSection,
  surroundings: SectionSurroundings,
): KeyPointsSection => ({
  kind: 'keyPoints',
  key: section._key,
  heading: section.heading,
  sectionKind: section.kind,
  actor: toActor(section, surroundings.countryNames),
  points: section.points.map((point) => toKeyPoint(point, surroundings)),
})

const toActor = (
  { actor }: StoredKeyPointsSection,
  countryNames: SectionSurroundings['countryNames'],
): Actor | undefined => {
  const country = actor?.country === undefined ? undefined : countryNames.get(actor.country)
  if (country) return { name: country.name, href: routes.country(country.slug), iso2: country.iso2 }
  return actor?.name === undefined ? undefined : { name: actor.name, href: undefined, iso2: undefined }
}

export const toKeyPoint = (
  point: StoredKeyPoint,
  { mentions, sourceNumbers }: Pick<SectionSurroundings, 'mentions' | 'sourceNumbers'>,
): KeyPoint => ({
  key: point._key,
  text: toRichText(point.text, mentions),
  asOf: point.asOf,
  standing: point.standing,
  attribution: point.attribution,
  sourceNumbers: [...new Set(point.sources.flatMap((id) => sourceNumbers.get(id) ?? []))].sort(
    (a, b) => a - b,
  ),
})

/** Rows with as many cells as there are columns, so that a table's headings always stand over their cells. */
const evenRows = ({ columns, rows }: { columns: string[]; rows: string[][] }) =>
  rows.map((cells) => columns.map((_, index) => cells[index] ?? ''))
