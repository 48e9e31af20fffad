import { type Revision, toChanges } from '../../../lib/model/toChanges.ts'
import type { StoredKeyPoint, StoredSection } from '../../../sanity/queries/parts/sections.ts'

const block = (text: string) => ({
  _type: 'block' as const,
  _key: 'b',
  style: 'normal' as const,
  listItem: undefined,
  level: undefined,
  markDefs: [],
  children: [{ _type: 'span' as const, _key: 's', text, marks: [] }],
})
const point = (_key: string, text: string, standing: StoredKeyPoint['standing'] = 'confirmed') => ({
  _key,
  text: [block(text)],
  standing,
  asOf: undefined,
  attribution: undefined,
  sources: [],
})
const points = (_key: string, heading: string, ...of: StoredKeyPoint[]): StoredSection => ({
  ...{ _type: 'keyPointsSection', _key, heading, kind: 'development', actor: undefined },
  points: of,
})
const passage = (_key: string, text: string): StoredSection => ({
  _type: 'passage',
  _key,
  text: [block(text)],
})
const revision = (changes: Partial<Revision> = {}): Revision => ({
  headline: 'Ceasefire agreed',
  standfirst: 'Talks begin on Thursday.',
  sections: [points('offensive', 'The offensive', point('p1', 'Sixty posts were taken.', 'claimed'))],
  ...changes,
})

describe('what changed since publication', () => {
  it('is nothing where only white space was touched', () => {
    const now = revision({
      headline: 'Ceasefire  agreed ',
      sections: [points('offensive', 'The offensive', point('p1', 'Sixty posts  were taken.', 'claimed'))],
    })
    expect(toChanges(revision(), now)).toEqual([])
  })

  it('tells a new point by its key, also when it stands first', () => {
    const sections = [
      points(
        'offensive',
        'The offensive',
        point('p0', 'It began at noon.'),
        point('p1', 'Sixty posts were taken.', 'claimed'),
      ),
    ]
    expect(toChanges(revision(), revision({ sections }))).toEqual([
      { kind: 'pointAdded', key: 'p0', now: 'It began at noon.' },
    ])
  })

  it('tells that a claim was confirmed, apart from new words', () => {
    const sections = [points('offensive', 'The offensive', point('p1', 'More than sixty posts were taken.'))]
    expect(toChanges(revision(), revision({ sections }))).toEqual([
      {
        kind: 'standing',
        key: 'p1',
        now: 'More than sixty posts were taken.',
        from: 'claimed',
        to: 'confirmed',
      },
      {
        kind: 'pointReworded',
        key: 'p1',
        now: 'More than sixty posts were taken.',
      },
    ])
  })

  it('tells that something was taken out or renamed, and not what stood there', () => {
    const now = revision({ sections: [points('offensive', 'The attack', point('p2', 'It ended.'))] })
    const first = revision({ sections: [...revision().sections, passage('gone', 'A passage of text.')] })
    expect(toChanges(first, now)).toEqual([
      { kind: 'sectionReworded', key: 'offensive', now: 'The attack' },
      { kind: 'pointAdded', key: 'p2', now: 'It ended.' },
      { kind: 'pointRemoved', key: 'p1' },
      { kind: 'sectionRemoved', key: 'gone' },
    ])
  })

  it('tells that headline and standfirst are new', () => {
    expect(
      toChanges(revision(), revision({ headline: 'Ceasefire broken', standfirst: 'No talks.' })),
    ).toEqual([{ kind: 'headline' }, { kind: 'standfirst' }])
  })

  it('names a passage by its first sentence', () => {
    const sections = [...revision().sections, passage('new', 'It rained all night. The road was closed.')]
    expect(toChanges(revision(), revision({ sections }))).toEqual([
      { kind: 'sectionAdded', key: 'new', now: 'It rained all night.' },
    ])
  })

  it('does not tell of pictures', () => {
    const figure: StoredSection = { _type: 'figure', _key: 'f', picture: undefined }
    expect(toChanges(revision(), revision({ sections: [...revision().sections, figure] }))).toEqual([])
  })
})
