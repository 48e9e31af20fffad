import type { SanityDocument } from '../../../../lake/context.ts'
import { parsePerspective } from '../../../../lake/groq/perspective.ts'
import { seen } from './anyDocuments.ts'

const document = (_id: string, fields: object = {}): SanityDocument => ({
  _id,
  _type: 'article',
  _rev: 'r',
  _createdAt: '',
  _updatedAt: '',
  ...fields,
})

const stored = [
  document('a', { headline: 'Published' }),
  document('drafts.a', { headline: 'Draft' }),
  document('versions.spring.a', { headline: 'Spring' }),
  document('drafts.b', { headline: 'Only a draft' }),
  document('c', { headline: 'To be taken back' }),
  document('versions.spring.c', { _system: { delete: true } }),
  document('_.releases.spring', { _type: 'system.release' }),
]

const headlines = (perspective: Parameters<typeof parsePerspective>[0]) =>
  Object.fromEntries(
    seen(stored, parsePerspective(perspective, 'X'), 'all')
      .filter(({ _type }) => _type === 'article')
      .map(({ _id, headline }) => [_id, headline]),
  )

describe('perspectives', () => {
  it('shows readers what is published', () => {
    expect(headlines('published')).toEqual({ a: 'Published', c: 'To be taken back' })
  })

  it('lays drafts over what is published, under the published id', () => {
    expect(headlines('drafts')).toEqual({ a: 'Draft', b: 'Only a draft', c: 'To be taken back' })
    expect(headlines('previewDrafts')).toEqual(headlines('drafts'))
  })

  it('lays a release over drafts and leaves out what it will take back', () => {
    expect(headlines('spring,drafts')).toEqual({ a: 'Spring', b: 'Only a draft' })
    expect(headlines('spring')).toEqual({ a: 'Spring' })
  })

  it('says which document stands behind', () => {
    const originals = seen(stored, ['drafts'], 'all').map(({ _id, _originalId }) => [_id, _originalId])
    expect(Object.fromEntries(originals)).toMatchObject({ a: 'drafts.a', c: 'c' })
  })

  it('shows raw documents as they are stored', () => {
    expect(seen(stored, 'raw', 'all')).toEqual(stored.toSorted((a, b) => (a._id < b._id ? -1 : 1)))
  })

  it.each([
    ['2025-02-19', []],
    ['2026-05-04', []],
    ['X', []],
    ['2025-02-18', 'raw'],
    ['1', 'raw'],
  ] as const)('takes for API version %s what the hosted service takes', (version, expected) => {
    expect(parsePerspective(undefined, version)).toEqual(expected)
  })

  it('refuses raw in a stack', () => {
    expect(() => parsePerspective('raw,drafts', 'X')).toThrow('stack of perspectives')
  })
})

describe('the access filter', () => {
  it('keeps every id with a dot and every system type from the public, in any perspective', () => {
    const secret = [...stored, document('s', { _type: 'sanity.previewUrlSecret' })]
    for (const perspective of ['raw', ['drafts'], ['spring'], []] as const) {
      const visible = seen(secret, perspective, 'public').map(({ _id, headline }) => [_id, headline])
      expect(visible).toEqual([
        ['a', 'Published'],
        ['c', 'To be taken back'],
      ])
    }
  })

  it('shows nothing of a private dataset to the public', () => {
    expect(seen(stored, [], 'none')).toEqual([])
  })
})
