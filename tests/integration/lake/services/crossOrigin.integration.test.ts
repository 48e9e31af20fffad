import { putCorsOrigin } from '../../../../lake/store/corsOrigins.ts'
import { startLake, type TestLake } from '../../../support/lake.ts'

const friend = 'https://studio.example.org'
const reader = 'https://reader.example.org'
const stranger = 'https://evil.example'
let lake: TestLake

beforeAll(async () => {
  lake = await startLake()
  const { database } = lake.lake.context
  const createdAt = new Date(0).toISOString()
  putCorsOrigin(database, { origin: friend, allowCredentials: true, createdAt })
  putCorsOrigin(database, { origin: reader, allowCredentials: false, createdAt })
})
afterAll(() => lake.close())

const query = '/v2025-02-19/data/query/production?query=1'
const from = (origin: string, path = query, init: RequestInit = {}) =>
  fetch(`${lake.url}${path}`, { ...init, headers: { origin, ...init.headers } })
const preflight = (origin: string) =>
  from(origin, query, {
    method: 'OPTIONS',
    headers: {
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'authorization, x-sanity-app',
    },
  })

describe('which pages may use the lake', () => {
  it('its own, the site’s and those that were added, by their exact origin', async () => {
    const { port } = new URL(lake.url)
    const own = [
      lake.url,
      `http://127.0.0.1:${port}`,
      `http://meridian.localhost:${port}`,
      'http://localhost:3000',
      friend,
    ]
    for (const origin of own) {
      const { headers } = await from(origin)
      expect(headers.get('access-control-allow-origin')).toBe(origin)
      expect(headers.get('access-control-allow-credentials')).toBe('true')
      expect(headers.get('vary')).toContain('Origin')
    }
  })

  it.each([
    stranger,
    'null',
    'https://studio.example.org.evil.example',
    'http://studio.example.org',
    'http://localhost:9',
  ])('not %s', async (origin) => {
    const { headers } = await from(origin)
    expect(headers.get('access-control-allow-origin')).toBeNull()
    expect(headers.get('access-control-allow-credentials')).toBeNull()
  })

  it('some without credentials', async () => {
    const { headers } = await from(reader)
    expect(headers.get('access-control-allow-origin')).toBe(reader)
    expect(headers.get('access-control-allow-credentials')).toBeNull()
  })

  it('after asking first, with the headers that they named', async () => {
    const allowed = await preflight(friend)
    expect(allowed.status).toBe(204)
    expect(allowed.headers.get('access-control-allow-headers')).toBe('authorization, x-sanity-app')
    expect(allowed.headers.get('access-control-allow-methods')).toContain('DELETE')
    expect(allowed.headers.get('access-control-max-age')).toBe('86400')
    expect((await preflight(stranger)).status).toBe(403)
  })

  it('and read why a request failed', async () => {
    const { headers, status } = await from(friend, '/v1/users/me', {
      headers: { authorization: 'Bearer wrong' },
    })
    expect(status).toBe(401)
    expect(headers.get('access-control-allow-origin')).toBe(friend)
  })

  it('as the Studio can find out beforehand', async () => {
    const check = async (origin: string) => (await (await from(origin, '/v1/check/cors')).json()).result
    expect(await check(friend)).toEqual({ allowed: true, withCredentials: true })
    expect(await check(reader)).toEqual({ allowed: true, withCredentials: false })
    expect(await check(stranger)).toEqual({ allowed: false, withCredentials: false })
  })

  it('from the moment on when the operator adds them', async () => {
    const origin = 'https://late.example.org'
    expect((await from(origin)).headers.get('access-control-allow-origin')).toBeNull()
    const createdAt = new Date(0).toISOString()
    putCorsOrigin(lake.lake.context.database, { origin, allowCredentials: false, createdAt })
    expect((await from(origin)).headers.get('access-control-allow-origin')).toBe(origin)
  })
})
