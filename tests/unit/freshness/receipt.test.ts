import { isFresh, revisionIn } from '../../../lib/freshness/receipt.ts'

const page = { status: 200, revision: 'r2', cache: 'HIT' }

describe('a page after a publish', () => {
  it('is fresh when it prints the revision that was published', () => {
    expect(isFresh(page, 'r2')).toBe(true)
    expect(isFresh({ ...page, revision: 'r1' }, 'r2')).toBe(false)
  })

  it('is not fresh while the old page is only being replaced', () => {
    expect(isFresh({ ...page, cache: 'STALE' }, undefined)).toBe(false)
    expect(isFresh(page, undefined)).toBe(true)
  })

  it('is not fresh when the server failed or did not answer', () => {
    expect(isFresh({ ...page, status: 500 }, undefined)).toBe(false)
    expect(isFresh({ ...page, status: 0 }, 'gone')).toBe(false)
  })

  it('of what was taken down is fresh when it is gone', () => {
    expect(isFresh({ status: 404, revision: undefined, cache: undefined }, 'gone')).toBe(true)
    expect(isFresh(page, 'gone')).toBe(false)
  })

  it('tells its revision in its head', () => {
    expect(revisionIn('<head><meta name="revision" content="abc-1"/></head>')).toBe('abc-1')
    expect(revisionIn('<head></head>')).toBeUndefined()
  })
})
