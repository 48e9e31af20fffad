import type { StoredKeyPoint, StoredSection } from '../../sanity/queries/parts/sections.ts'
import type { ArticleChange } from './changes.ts'
import { textsOfSection } from './textsOf.ts'
import { plainTextOf } from './toRichText.ts'

/** What of an article is compared. */
export interface Revision {
  headline: string
  standfirst: string
  sections: StoredSection[]
}

/** What readers of the first revision have not seen, in the order of the article; what was taken out comes last. */
export const toChanges = (first: Revision, now: Revision): ArticleChange[] => {
  const before = new Map(first.sections.filter(isRead).map((section) => [section._key, section]))
  const after = now.sections.filter(isRead)
  const kept = new Set(after.map(({ _key }) => _key))
  return [
    ...changedText('headline', first.headline, now.headline),
    ...changedText('standfirst', first.standfirst, now.standfirst),
    ...after.flatMap((section) => changesOfSection(before.get(section._key), section)),
    ...[...before.values()]
      .filter(({ _key }) => !kept.has(_key))
      .map(({ _key }): ArticleChange => ({ kind: 'sectionRemoved', key: _key })),
  ]
}

/** Pictures and what comes from elsewhere are not compared: their words are not the article's. */
const isRead = (section: StoredSection) => textsOfSection(section).length > 0

const changedText = (kind: 'headline' | 'standfirst', before: string, now: string): ArticleChange[] =>
  isSame(before, now) ? [] : [{ kind }]

const changesOfSection = (before: StoredSection | undefined, now: StoredSection): ArticleChange[] => {
  if (before === undefined) return [{ kind: 'sectionAdded', key: now._key, now: nameOf(now) }]
  if (before._type === 'keyPointsSection' && now._type === 'keyPointsSection') {
    return [
      ...(isSame(before.heading, now.heading) ? [] : [reworded(now._key, now.heading)]),
      ...changesOfPoints(before.points, now.points),
    ]
  }
  const [old, current] = [textOf(before), textOf(now)]
  return isSame(old, current) ? [] : [reworded(now._key, nameOf(now))]
}

const reworded = (key: string, now: string): ArticleChange => ({ kind: 'sectionReworded', key, now })

const changesOfPoints = (before: StoredKeyPoint[], now: StoredKeyPoint[]): ArticleChange[] => {
  const known = new Map(before.map((point) => [point._key, point]))
  const kept = new Set(now.map(({ _key }) => _key))
  return [
    ...now.flatMap((point) => changesOfPoint(known.get(point._key), point)),
    ...before
      .filter(({ _key }) => !kept.has(_key))
      .map(({ _key }): ArticleChange => ({ kind: 'pointRemoved', key: _key })),
  ]
}

const changesOfPoint = (before: StoredKeyPoint | undefined, point: StoredKeyPoint): ArticleChange[] => {
  const [key, now] = [point._key, plainTextOf(point.text)]
  if (before === undefined) return [{ kind: 'pointAdded', key, now }]
  const old = plainTextOf(before.text)
  const [from, to] = [before.standing, point.standing]
  return [
    ...(from === to ? [] : [{ kind: 'standing', key, now, from, to } as const]),
    ...(isSame(old, now) ? [] : [{ kind: 'pointReworded', key, now } as const]),
  ]
}

/** White space is the editor's business. */
const isSame = (one: string, other: string) => plain(one) === plain(other)
const plain = (text: string) => text.replace(/\s+/g, ' ').trim()

const textOf = (section: StoredSection) => textsOfSection(section).join('\n')

/** The heading of a section, or the first sentence of its text. */
const nameOf = (section: StoredSection): string =>
  ('heading' in section ? section.heading : undefined) ?? firstSentence(textOf(section))

const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' })

const firstSentence = (text: string): string => {
  const [first] = sentences.segment(text)
  return first?.segment.trim() ?? ''
}
