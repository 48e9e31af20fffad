import { makePatches, stringifyPatches } from '@sanity/diff-match-patch'
import type { SanityDocument } from '../../../lake/context.ts'
import { applyPatch } from '../../../lake/mutations/applyPatch.ts'
import { MutationFailure } from '../../../lake/mutations/mutationFailure.ts'

const article = (fields: object = {}): SanityDocument => ({
  _id: 'drafts.a',
  _type: 'article',
  _rev: 'r1',
  _createdAt: '2026-01-01T00:00:00Z',
  _updatedAt: '2026-01-01T00:00:00Z',
  ...fields,
})

describe('a patch of a document', () => {
  it('sets a field inside a keyed key point', () => {
    const before = article({ points: [{ _key: 'a', standing: 'claimed' }, { _key: 'b' }] })
    const after = applyPatch(before, { set: { 'points[_key=="b"].standing': 'disputed' } })
    expect(after.points).toEqual([
      { _key: 'a', standing: 'claimed' },
      { _key: 'b', standing: 'disputed' },
    ])
    expect(before.points).toEqual([{ _key: 'a', standing: 'claimed' }, { _key: 'b' }])
  })

  it('makes a list that is missing and appends to it, as the Studio does for a first key point', () => {
    const after = applyPatch(article(), {
      setIfMissing: { sections: [] },
      insert: { after: 'sections[-1]', items: [{ _key: 'n' }] },
    })
    expect(after.sections).toEqual([{ _key: 'n' }])
  })

  it('merges the typing of two editors by diffMatchPatch', () => {
    const typed = stringifyPatches(makePatches('Talks in Geneva', 'Talks resume in Geneva'))
    const after = applyPatch(article({ headline: 'New: Talks in Geneva' }), {
      diffMatchPatch: { headline: typed },
    })
    expect(after.headline).toBe('New: Talks resume in Geneva')
  })

  it('lets typing go whose field somebody else has just removed', () => {
    const typed = stringifyPatches(makePatches('a', 'ab'))
    expect(applyPatch(article(), { diffMatchPatch: { headline: typed } })).toEqual(article())
  })

  it('does not double a list when the element to be replaced is gone', () => {
    const after = applyPatch(article({ points: [{ _key: 'a' }] }), {
      insert: { replace: 'points[_key=="gone"]', items: [{ _key: 'n' }] },
    })
    expect(after.points).toEqual([{ _key: 'a' }])
  })

  it('counts up, counts down and takes fields away', () => {
    const after = applyPatch(article({ order: 3, left: 3, kicker: 'x' }), {
      inc: { order: 2 },
      dec: { left: 1 },
      unset: ['kicker', 'neverThere'],
    })
    expect(after).toEqual(article({ order: 5, left: 2 }))
  })

  it.each(['_id', '_type'])('refuses to change %s', (field) => {
    expect(() => applyPatch(article(), { set: { [field]: 'other' } })).toThrow(MutationFailure)
  })

  it('refuses a path that cannot be read', () => {
    expect(() => applyPatch(article(), { set: { 'points[_key==]': 1 } })).toThrow(MutationFailure)
  })
})
