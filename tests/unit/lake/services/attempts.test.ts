import { countAttempts } from '../../../../lake/auth/attempts.ts'

describe('counting failed log-ins', () => {
  let now = 0
  const open = () => {
    now = 0
    return countAttempts({ failures: 3, within: 1000 }, () => now)
  }

  it('lets three through, then says how long to wait', () => {
    const attempts = open()
    expect([1, 2, 3].map(() => attempts.begin('vera'))).toEqual([0, 0, 0])
    now = 400
    expect(attempts.begin('vera')).toBe(600)
  })

  it('counts each name by itself', () => {
    const attempts = open()
    for (let attempt = 0; attempt < 3; attempt += 1) attempts.begin('vera')
    expect(attempts.begin('omar')).toBe(0)
  })

  it('begins again when the time is over or the password was right', () => {
    const attempts = open()
    for (let attempt = 0; attempt < 3; attempt += 1) attempts.begin('vera')
    now = 1000
    expect(attempts.begin('vera')).toBe(0)
    attempts.begin('vera')
    attempts.succeed('vera')
    expect([1, 2, 3, 4].map(() => attempts.begin('vera'))).toEqual([0, 0, 0, 1000])
  })

  it('does not fill the memory when every attempt has another name', () => {
    const attempts = countAttempts({ failures: 1, within: 1000 }, () => 0)
    attempts.begin('first')
    for (let name = 0; name < 10_000; name += 1) attempts.begin(`name ${name}`)
    // The oldest was forgotten to make room, so it may try again.
    expect(attempts.begin('first')).toBe(0)
  })
})
