import type { StoredSection } from '../../sanity/queries/parts/sections.ts'
import type { StoredSource } from '../../sanity/queries/sources.ts'
import type { Source } from './article.ts'

/** The ids of all sources that an article's key points cite, in the order of their first citation, each once. */
export const citedSources = (sections: StoredSection[]): string[] => [
  ...new Set(
    sections.flatMap((section) =>
      section._type === 'keyPointsSection' ? section.points.flatMap(({ sources }) => sources) : [],
    ),
  ),
]

/** Sources numbered from 1 in the order of their first citation; those that are not published get no number. */
export const numberSources = (
  sections: StoredSection[],
  sources: ReadonlyMap<string, StoredSource>,
): Source[] =>
  citedSources(sections)
    .flatMap((id) => sources.get(id) ?? [])
    .map(({ _id, publisher, title, url, date, readOn }, index) => ({
      id: _id,
      number: index + 1,
      publisher,
      title,
      url,
      date,
      readOn,
    }))
