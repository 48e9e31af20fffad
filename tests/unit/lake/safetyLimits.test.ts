import { callerOf, networkOf } from '../../../lake/http/callers.ts'
import { limitsOf, usualLimits } from '../../../lake/limits.ts'
import { parseLimits } from '../../../lake/parseLimits.ts'
import { parseSettings, SettingsError } from '../../../lake/settings.ts'

describe('limits that an operator sets', () => {
  it('replace the usual ones by their names', () => {
    const { givenLimits } = parseSettings({ LAKE_LIMITS: 'writes=5000, guestRequests=20 budget=2000' })
    expect(limitsOf(givenLimits)).toEqual({ ...usualLimits, writes: 5000, guestRequests: 20 })
    expect(givenLimits.queryLimits).toEqual({ budget: 2000 })
  })

  it.each([
    ['writes', 'name=number'],
    ['writes=0', 'name=number'],
    ['writes=many', 'name=number'],
    ['wrties=5', 'there is no limit "wrties"'],
    ['__proto__=5', 'there is no limit "__proto__"'],
  ])('say what is wrong with “%s”', (text, sentence) => {
    expect(parseLimits(text)).toEqual({ wrong: expect.stringContaining(sentence) })
    expect(() => parseSettings({ LAKE_LIMITS: text })).toThrow(SettingsError)
  })
})

describe('whose share a request counts against', () => {
  it('is an IPv4 address in every way of writing it', () => {
    expect(networkOf('192.0.2.7')).toBe('192.0.2.7')
    expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2.7')
  })

  it('is the half of an IPv6 address that its holder cannot choose', () => {
    const network = '2001:db8:1:2::/64'
    expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe(network)
    expect(networkOf('2001:0db8:0001:0002::9')).toBe(network)
    expect(networkOf('2001:db8:1:3::9')).not.toBe(network)
    expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0::/64')
    expect(networkOf('::1')).toBe('0:0:0:0::/64')
  })

  it('is the account of somebody with several sessions, and the token of a programme', () => {
    const request = new Request('http://lake/')
    const user = { kind: 'user', id: 'p1', name: 'V', email: 'v@x.test', role: 'editor' } as const
    expect(callerOf({ ...user, tokenHash: 'a' }, request)).toBe(
      callerOf({ ...user, tokenHash: 'b' }, request),
    )
    const token = { kind: 'token', name: 'T', role: 'viewer', tokenHash: 'c' } as const
    expect(callerOf({ ...token, id: 't1' }, request)).not.toBe(callerOf({ ...token, id: 't2' }, request))
  })
})
