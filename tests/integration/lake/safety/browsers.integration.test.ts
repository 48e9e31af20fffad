import { createAccount } from '../../../../lake/auth/accounts.ts'
import { putCorsOrigin } from '../../../../lake/store/corsOrigins.ts'
import { startLake, type TestLake } from '../../../support/lake.ts'

const evil = 'https://evil.example'
const reader = 'https://reader.example.org'
const account = { email: 'vera@x.test', name: 'Vera', password: 'a long enough password' }
let lake: TestLake

beforeAll(async () => {
  lake = await startLake()
  const createdAt = new Date(0).toISOString()
  putCorsOrigin(lake.lake.context.database, { origin: reader, allowCredentials: false, createdAt })
  await createAccount(lake.lake.context, { ...account, role: 'administrator' })
})
afterAll(() => lake.close())

const form = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${lake.url}/login`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers,
    redirect: 'manual',
  })
const logIn = async (headers: Record<string, string> = {}) => {
  const { email, password } = account
  const sent = await form({ origin: lake.url, type: 'dual', email, password }, headers)
  const sid = /sid=([^&]+)/.exec(sent.headers.get('location') ?? '')?.[1] ?? ''
  const fetched = await fetch(`${lake.url}/v1/auth/fetch?sid=${sid}`)
  const { token } = await fetched.json()
  const cookie = (fetched.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  return { token, cookie, setCookie: fetched.headers.get('set-cookie') ?? '' }
}
const create = (headers: Record<string, string>) =>
  fetch(`${lake.url}/v1/data/mutate/production`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ mutations: [{ create: { _type: 'topic' } }] }),
  })

describe('a page of somebody else', () => {
  it.each([
    evil,
    'null',
    `${evil}:443`,
    'http://localhost',
    'http://localhost.evil.example',
    'http://localhost:3000.evil.example',
    'file://',
  ])('cannot write with an editor’s cookie: %s', async (origin) => {
    const { cookie } = await logIn()
    const plain = await create({ cookie, origin, 'content-type': 'text/plain' })
    expect(plain.status).toBe(401)
    expect(plain.headers.get('access-control-allow-origin')).toBeNull()
    const drafts = await fetch(`${lake.url}/v1/data/query/production?query=*&perspective=raw`, {
      headers: { cookie, origin },
    })
    expect(drafts.headers.get('access-control-allow-origin')).toBeNull()
    const preflight = await fetch(`${lake.url}/v1/data/mutate/production`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    })
    expect(preflight.status).toBe(403)
    expect(preflight.headers.get('access-control-allow-methods')).toBeNull()
  })

  it('that may read without credentials is lent nobody’s cookie', async () => {
    const { cookie } = await logIn()
    expect((await create({ cookie, origin: reader })).status).toBe(401)
  })

  it('opens no socket and no stream with an editor’s cookie', async () => {
    const { cookie } = await logIn()
    const stream = await fetch(`${lake.url}/v1/data/live/events/production?includeDrafts=true`, {
      headers: { cookie, origin: evil },
    })
    expect(stream.status).toBe(401)
  })

  it('logs nobody in under another name', async () => {
    const { email, password } = account
    for (const origin of [evil, 'null', 'http://localhost:3000', reader]) {
      const sent = await form({ origin: lake.url, email, password }, { origin })
      expect(sent.status).toBe(403)
      expect(sent.headers.get('set-cookie')).toBeNull()
    }
  })

  it('logs nobody out', async () => {
    const { cookie, token } = await logIn()
    await fetch(`${lake.url}/v1/auth/logout`, { method: 'POST', headers: { cookie, origin: evil } })
    const me = await fetch(`${lake.url}/v1/users/me`, { headers: { authorization: `Bearer ${token}` } })
    expect(me.status).toBe(200)
    expect(await me.json()).toMatchObject({ email: account.email })
  })
})

describe('the log-in', () => {
  it.each([
    evil,
    `${evil}/#`,
    '//evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    'http://localhost:3000@evil.example',
    'http://user:password@localhost:3000',
    'http://localhost:3000.evil.example',
    'http://evil.example/http://localhost:3000',
    'http://[::1',
    'null',
    '"><script>alert(1)</script>',
    reader,
  ])('hands no session to %s', async (origin) => {
    const shown = await fetch(`${lake.url}/login?origin=${encodeURIComponent(origin)}`)
    expect(shown.status).toBe(400)
    expect(await shown.text()).not.toContain('<script>alert')
    const { email, password } = account
    const sent = await form({ origin, email, password })
    expect(sent.status).toBe(400)
    expect(sent.headers.get('location')).toBeNull()
  })

  it('begins a session of its own, whatever cookie there was', async () => {
    const planted = 'sanitySession=skplantedplantedplantedplantedplanted'
    const { token, cookie } = await logIn({ cookie: planted })
    expect(cookie).not.toBe(planted)
    expect(cookie).toContain(token)
    const me = await fetch(`${lake.url}/v1/users/me`, { headers: { cookie: planted } })
    expect(me.status).toBe(401)
    const again = await logIn()
    expect(again.token).not.toBe(token)
  })

  it('gives a cookie that no script reads and no other site sends along', async () => {
    const { setCookie } = await logIn()
    expect(setCookie).toMatch(/; HttpOnly/)
    expect(setCookie).toMatch(/; SameSite=Lax/)
    expect(setCookie).toMatch(/; Path=\//)
  })

  it('is shown in no frame', async () => {
    const { headers } = await fetch(`${lake.url}/login`)
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('content-security-policy')).not.toContain('evil')
  })

  it('leads to the readers’ site and nowhere else', async () => {
    for (const path of [
      '/site//evil.example',
      '/site/@evil.example',
      '/site/%2f%2fevil.example',
      '/site/..//evil.example',
      '/site/\\evil.example',
    ]) {
      const { headers, status } = await fetch(`${lake.url}${path}`, { redirect: 'manual' })
      if (status === 302) expect(new URL(headers.get('location') ?? '').origin).toBe('http://localhost:3000')
      else expect(status).toBe(404)
    }
  })
})
