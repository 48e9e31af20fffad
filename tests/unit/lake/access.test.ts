import { mayWrite, reachOf } from '../../../lake/auth/access.ts'
import type { Identity, Role } from '../../../lake/context.ts'

const token = (role: Role): Identity => ({ kind: 'token', id: 't', name: 't', role, tokenHash: 'h' })
const anonymous: Identity = { kind: 'anonymous', id: 'anonymous' }

describe('who may read', () => {
  it('shows everything to accounts and tokens', () => {
    expect(reachOf(token('viewer'), 'private')).toBe('all')
  })

  it('shows the world what is public, and nothing of a private dataset', () => {
    expect(reachOf(anonymous, 'public')).toBe('public')
    expect(reachOf(anonymous, 'private')).toBe('none')
  })
})

describe('who may write', () => {
  it.each([
    ['administrator', true, true],
    ['editor', true, true],
    ['developer', true, true],
    ['contributor', true, false],
    ['viewer', false, false],
  ] as const)('%s: drafts %s, published %s', (role, drafts, published) => {
    expect(mayWrite(token(role), 'drafts.a')).toBe(drafts)
    expect(mayWrite(token(role), 'versions.r.a')).toBe(drafts)
    expect(mayWrite(token(role), 'a')).toBe(published)
    expect(mayWrite(token(role), '_.releases.r')).toBe(published)
  })

  it('lets nobody write without an account', () => {
    expect(mayWrite(anonymous, 'drafts.a')).toBe(false)
  })
})
