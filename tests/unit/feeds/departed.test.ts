import { toDeparted } from '../../../lib/feeds/output.ts'

describe('a feed whose subject is no longer at its address', () => {
  it('has moved along with it', () => {
    const answer = toDeparted({ kind: 'moved', href: '/topics/truces' }, 'feed.xml')
    expect([answer.status, answer.headers.get('location')]).toEqual([308, '/topics/truces/feed.xml'])
    expect(answer.headers.get('cache-control')).toContain('max-age=0')
  })

  it('is gone with it', () => {
    const withdrawal = { kind: 'withdrawn' as const, isArticle: false, title: undefined, at: undefined }
    expect(toDeparted(withdrawal, 'feed.xml').status).toBe(410)
  })

  it('never was where nothing was', () => {
    expect(toDeparted(undefined, 'feed.xml').status).toBe(404)
  })
})
