import { scryptSync } from 'node:crypto'
import { jest } from '@jest/globals'
import { createAccount } from '../../../../lake/auth/accounts.ts'
import { openLogIn } from '../../../../lake/auth/logIn.ts'
import { watchOutside } from '../../../../lake/auth/watchOutside.ts'
import { startLake, type TestLake } from '../../../support/lake.ts'

// A password takes a tenth of a second of a quiet machine.
jest.setTimeout(60_000)

const email = 'vera@meridian.test'
const password = 'a-long-enough-password'
let clock = Date.parse('2026-11-22T12:00:00Z')
let lake: TestLake

beforeAll(async () => {
  lake = await startLake({ now: () => clock })
  await createAccount(lake.lake.context, { email, name: 'Vera Editor', role: 'editor', password })
})
afterAll(() => lake.close())

interface Form {
  email?: string
  password?: string
  origin?: string
  type?: string
}

/** Sends the log-in form as a browser would. */
function sendForm(form: Form, headers: Record<string, string> = {}) {
  return fetch(`${lake.url}/login`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: lake.url, ...headers },
    body: new URLSearchParams({ email, password, origin: `${lake.url}/structure`, type: 'token', ...form }),
  })
}

function sidOf(response: Response): string {
  return /#sid=(.{20,})$/.exec(response.headers.get('location') ?? '')?.[1] ?? ''
}

async function logIn(form: Form = {}): Promise<string> {
  const { token } = await (await fetch(`${lake.url}/v1/auth/fetch?sid=${sidOf(await sendForm(form))}`)).json()
  return token
}

const ask = (path: string, token: string, init: RequestInit = {}) =>
  fetch(`${lake.url}${path}`, { ...init, headers: { authorization: `Bearer ${token}` } })

describe('logging in to the Studio', () => {
  it('offers the local account and leads from it to a session of the person', async () => {
    const offered = await (await fetch(`${lake.url}/v2021-06-07/auth/providers`)).json()
    expect(offered.providers).toEqual([{ name: 'local', title: 'Local account', url: `${lake.url}/login` }])

    const page = await fetch(`${offered.providers[0].url}?origin=${lake.url}/structure&withSid=true`)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('Log in to the newsroom')

    const sent = await sendForm({})
    expect(sent.status).toBe(303)
    expect(sent.headers.get('location')).toMatch(new RegExp(`^${lake.url}/structure#sid=`))

    const { token } = await (await fetch(`${lake.url}/v1/auth/fetch?sid=${sidOf(sent)}`)).json()
    const me = await (await ask('/v2021-06-07/users/me', token)).json()
    expect(me).toMatchObject({ name: 'Vera Editor', email, role: 'editor', roles: [{ name: 'editor' }] })
  })

  it('takes the e-mail address in any case', async () => {
    expect((await sendForm({ email: 'VERA@Meridian.test' })).status).toBe(303)
  })

  it('hands a session over once', async () => {
    const sid = sidOf(await sendForm({}))
    expect((await fetch(`${lake.url}/v1/auth/fetch?sid=${sid}`)).status).toBe(200)
    expect((await fetch(`${lake.url}/v1/auth/fetch?sid=${sid}`)).status).toBe(401)
  })

  it('hands nothing over after a minute', async () => {
    const sid = sidOf(await sendForm({}))
    clock += 61_000
    expect((await fetch(`${lake.url}/v1/auth/fetch?sid=${sid}`)).status).toBe(401)
  })

  it('gives a Studio that asks for both a cookie that scripts cannot read', async () => {
    const sid = sidOf(await sendForm({ type: 'dual' }))
    const handed = await fetch(`${lake.url}/v1/auth/fetch?sid=${sid}`)
    const cookie = handed.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^sanitySession=[^;]+;.*HttpOnly.*SameSite=Lax/)
    const headers = { cookie: cookie.split(';')[0] ?? '', origin: lake.url }
    expect(await (await fetch(`${lake.url}/v1/users/me`, { headers })).json()).toMatchObject({ email })
  })

  it('gives no cookie to a Studio that keeps its token itself', async () => {
    const handed = await fetch(`${lake.url}/v1/auth/fetch?sid=${sidOf(await sendForm({}))}`)
    expect(handed.headers.get('set-cookie')).toBeNull()
  })

  it('does not count the cookie in a request from a page of somebody else', async () => {
    const handed = await fetch(`${lake.url}/v1/auth/fetch?sid=${sidOf(await sendForm({ type: 'dual' }))}`)
    const headers = {
      cookie: handed.headers.get('set-cookie')?.split(';')[0] ?? '',
      origin: 'https://evil.example',
    }
    expect(await (await fetch(`${lake.url}/v1/users/me`, { headers })).json()).toEqual({})
  })
})

describe('a log-in that must not succeed', () => {
  it('says the same of a wrong password and of an address that nobody has', async () => {
    const wrong = await sendForm({ password: 'not-the-password' })
    const nobody = await sendForm({ email: 'nobody@meridian.test' })
    const sentence = 'The e-mail address or the password is not right.'
    expect(wrong.status).toBe(401)
    expect(nobody.status).toBe(401)
    expect(await wrong.text()).toContain(sentence)
    expect(await nobody.text()).toContain(sentence)
  })

  it('hands a session only to origins that the lake knows', async () => {
    const page = await fetch(`${lake.url}/login?origin=https://evil.example/`)
    expect(page.status).toBe(400)
    expect(await page.text()).toContain('not one that this lake knows')
    const sent = await sendForm({ origin: 'https://evil.example/' })
    expect(sent.status).toBe(400)
    expect(sent.headers.get('location')).toBeNull()
  })

  it.each(['https://evil.example', 'null'])('refuses the form from a page of %s', async (origin) => {
    expect((await sendForm({}, { origin })).status).toBe(403)
  })

  it('prints what was typed as text, never as markup', async () => {
    const page = await (await sendForm({ email: '"><script>alert(1)</script>@x', password: 'wrong' })).text()
    expect(page).not.toContain('<script>')
  })

  it('asks for patience after ten wrong passwords, and lets the right one in a quarter of an hour later', async () => {
    await createAccount(lake.lake.context, { email: 'guess@x.test', name: 'G', role: 'viewer', password })
    for (let attempt = 0; attempt < 10; attempt += 1) {
      expect((await sendForm({ email: 'guess@x.test', password: `wrong ${attempt}` })).status).toBe(401)
    }
    const blocked = await sendForm({ email: 'guess@x.test' })
    expect(blocked.status).toBe(429)
    expect(blocked.headers.get('retry-after')).toBe('900')
    expect(await blocked.text()).toContain('Wait 15 minutes')
    clock += 15 * 60_000
    expect((await sendForm({ email: 'guess@x.test' })).status).toBe(303)
  })
})

describe('many attempts', () => {
  it('from one address are refused, whoever they were for, until some time has passed', async () => {
    const limit = { failures: 3, within: 15 * 60_000 }
    const attempt = openLogIn(lake.lake.context, { perAddress: limit, perAccount: limit })
    for (const name of ['a', 'b', 'c']) {
      expect(await attempt(`${name}@x.test`, 'wrong', '10.0.0.1')).toEqual({ wrong: true })
    }
    expect(await attempt('d@x.test', 'wrong', '10.0.0.1')).toEqual({ waitFor: limit.within })
    expect(await attempt('d@x.test', 'wrong', '10.0.0.2')).toEqual({ wrong: true })
    clock += limit.within
    expect(await attempt('d@x.test', 'wrong', '10.0.0.1')).toEqual({ wrong: true })
  })

  it('at once are looked at two by two, and those on top are asked to come again without being counted', async () => {
    const limit = { failures: 23, within: 60_000 }
    const attempt = openLogIn(lake.lake.context, { perAddress: limit, perAccount: limit })
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, index) => attempt(`${index}@x.test`, 'wrong', '10.0.0.3')),
    )
    expect(answers.filter((answer) => 'wrong' in answer)).toHaveLength(22)
    expect(answers.filter((answer) => 'waitFor' in answer)).toEqual(
      Array.from({ length: 8 }, () => ({ waitFor: 1_000 })),
    )
    expect(await attempt('later@x.test', 'wrong', '10.0.0.3')).toEqual({ wrong: true })
    expect(await attempt('last@x.test', 'wrong', '10.0.0.3')).toEqual({ waitFor: limit.within })
  })
})

describe('what is kept of a log-in', () => {
  it('is neither the password nor the token, and a password hashed at an older cost is hashed anew', async () => {
    const { database } = lake.lake.context
    const stored = () => JSON.stringify(database.prepare('SELECT * FROM users').all())
    const token = await logIn()
    expect(JSON.stringify(database.prepare('SELECT * FROM sessions').all())).not.toContain(token)
    expect(stored()).not.toContain(password)

    const salt = Buffer.alloc(16)
    const key = scryptSync(password, salt, 32, { N: 2 ** 14, r: 8, p: 1 })
    const old = `scrypt:16384:8:1:${salt.toString('base64url')}:${key.toString('base64url')}`
    database.prepare('UPDATE users SET password_hash = ? WHERE email = ?').run(old, email)
    expect((await sendForm({})).status).toBe(303)
    expect(stored()).not.toContain('scrypt:16384')
    expect((await sendForm({})).status).toBe(303)
  })
})

describe('a cookie', () => {
  it('writes from the lake’s own pages and from origins with credentials, and from no other', async () => {
    const handed = await fetch(`${lake.url}/v1/auth/fetch?sid=${sidOf(await sendForm({ type: 'dual' }))}`)
    const cookie = handed.headers.get('set-cookie')?.split(';')[0] ?? ''
    const write = (origin: string) =>
      fetch(`${lake.url}/v1/data/mutate/production`, {
        method: 'POST',
        headers: { cookie, origin, 'content-type': 'text/plain' },
        body: JSON.stringify({ mutations: [{ create: { _type: 'article' } }] }),
      })
    expect((await write(lake.url)).status).toBe(200)
    expect((await write('https://evil.example')).status).toBe(401)
    expect((await write('null')).status).toBe(401)
  })
})

describe('the end of a session', () => {
  it('comes with logging out, at once, and logging out twice is no error', async () => {
    const token = await logIn()
    const other = await logIn()
    expect((await ask('/v1/auth/logout', token, { method: 'POST' })).status).toBe(200)
    expect((await ask('/v1/auth/logout', token, { method: 'POST' })).status).toBe(200)
    const refused = await ask('/v2021-06-07/users/me', token)
    expect(refused.status).toBe(401)
    expect(await refused.json()).toMatchObject({ errorCode: 'SIO-401-ANF', statusCode: 401 })
    expect((await ask('/v2021-06-07/users/me', other)).status).toBe(200)
  })

  it('comes after thirty days by itself', async () => {
    const token = await logIn()
    expect((await ask('/v1/auth/id', token)).status).toBe(200)
    clock += 30 * 24 * 60 * 60_000
    expect((await ask('/v1/auth/id', token)).status).toBe(401)
  })

  it('leaves nothing behind: what has run out is swept away with a start of the lake', async () => {
    const { database } = lake.lake.context
    await logIn()
    clock += 31 * 24 * 60 * 60_000
    const sessions = () => database.prepare('SELECT count(*) AS n FROM sessions').get()?.n
    expect(sessions()).toBeGreaterThan(0)
    watchOutside(lake.lake.context).close()
    expect(sessions()).toBe(0)
  })

  it('ends the open streams of that session', async () => {
    const token = await logIn()
    const stream = await ask(`/v2021-06-07/data/listen/production?query=${encodeURIComponent('*')}`, token)
    expect(stream.status).toBe(200)
    const rest = stream.text()
    const ended: string[] = []
    lake.lake.context.bus.on('revoked', (tokenHash) => ended.push(tokenHash))
    await ask('/v1/auth/logout', token, { method: 'POST' })
    expect(ended).toHaveLength(1)
    expect(await rest).toContain('event: disconnect')
  })
})
