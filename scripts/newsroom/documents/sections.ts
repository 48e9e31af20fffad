import type { SectionSource } from '../sources/articleSource.ts'
import { referencesTo, referenceTo, withoutEmpty } from './document.ts'
import { type PicturesByName, toPicture } from './picture.ts'
import { parsePointText, parseRichText } from './richText.ts'

type KeyPointsSource = Extract<SectionSource, { section: 'keyPoints' }>

/** A section as it is stored. Its key, and those of its points, are their position unless the source gives one. */
export function toSection(source: SectionSource, index: number, pictures: PicturesByName) {
  const _key = `s${index + 1}`
  switch (source.section) {
    case 'keyPoints':
      return toKeyPointsSection(source, _key)
    case 'passage':
      return { _type: 'passage', _key, text: parseRichText(source.text) }
    case 'figure':
      return { _type: 'figure', _key, picture: toPicture(source.picture, pictures) }
    case 'gallery':
      return withoutEmpty({
        _type: 'gallery',
        _key,
        heading: source.heading,
        pictures: source.pictures.map((name, at) => ({ ...toPicture(name, pictures), _key: `g${at + 1}` })),
      })
    case 'pullQuote':
      return { _type: 'pullQuote', _key, text: source.text, attribution: source.attribution }
    case 'timeline':
      return withoutEmpty({
        _type: 'timeline',
        _key,
        heading: source.heading,
        entries: toTimeline(source.entries),
      })
    case 'table':
      return withoutEmpty({
        _type: 'table',
        _key,
        caption: source.caption,
        columns: source.columns,
        rows: source.rows.map((cells, at) => ({ _type: 'tableRow', _key: `r${at + 1}`, cells })),
      })
    case 'embed':
      return { _type: 'embed', _key, provider: source.provider, url: source.url, title: source.title }
    case 'relationBox':
      return { _type: 'relationBox', _key, relation: referenceTo('relation', source.relation) }
  }
}

export const toTimeline = (entries: { date: string; text: string }[]) =>
  entries.map((entry, index) => ({ _type: 'timelineEntry', _key: `e${index + 1}`, ...entry }))

function toKeyPointsSection(source: KeyPointsSource, _key: string) {
  return withoutEmpty({
    _type: 'keyPointsSection',
    _key,
    heading: source.heading,
    kind: source.kind,
    actor: toActor(source),
    points: source.points.map((point, index) =>
      withoutEmpty({
        _type: 'keyPoint',
        _key: point.key ?? `${_key}-p${index + 1}`,
        text: parsePointText(point.text),
        asOf: point.asOf,
        standing: point.standing,
        attribution: point.attribution,
        sources: referencesTo('source', point.sources),
      }),
    ),
  })
}

function toActor({ actor, actorName }: KeyPointsSource) {
  if (actor) return { _type: 'actor', country: referenceTo('country', actor) }
  return actorName ? { _type: 'actor', name: actorName } : undefined
}
