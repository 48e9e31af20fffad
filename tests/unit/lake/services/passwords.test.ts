import { hashPassword, isOutdated, isPassword } from '../../../../lake/auth/passwords.ts'
import { hashToken, newPassword, newToken } from '../../../../lake/auth/secrets.ts'

describe('a stored password', () => {
  it('is known again, and no other one is', async () => {
    const hash = await hashPassword('correct horse')
    expect(await isPassword('correct horse', hash)).toBe(true)
    expect(await isPassword('correct horsE', hash)).toBe(false)
    expect(await isPassword('', hash)).toBe(false)
  })

  it('is salted: two people with one password have two hashes', async () => {
    expect(await hashPassword('same')).not.toBe(await hashPassword('same'))
  })

  it('does not depend on how a keyboard composes an accent', async () => {
    expect(await isPassword('cafe\u0301', await hashPassword('caf\u00e9'))).toBe(true)
  })

  it('is never right where nobody has an account', async () => {
    expect(await isPassword('anything', undefined)).toBe(false)
  })
})

describe('the cost of a password', () => {
  it('is 32 MiB in three passes, and what was hashed at less is outdated', async () => {
    const hash = await hashPassword('a password')
    expect(hash).toMatch(/^scrypt:32768:8:3:/)
    expect(isOutdated(hash)).toBe(false)
    expect(isOutdated(hash.replace(':3:', ':1:'))).toBe(true)
  })
})

describe('new secrets', () => {
  it('are different each time and hard to guess', () => {
    expect(new Set(Array.from({ length: 100 }, newPassword)).size).toBe(100)
    expect(newPassword()).toMatch(/^(?:[a-z2-9]{5}-){3}[a-z2-9]{5}$/)
    expect(newToken()).toMatch(/^sk[\w-]{44}$/)
  })

  it('are stored as something from which they cannot be read', () => {
    const token = newToken()
    expect(hashToken(token)).toMatch(/^[0-9a-f]{64}$/)
    expect(hashToken(token)).not.toContain(token)
  })
})
