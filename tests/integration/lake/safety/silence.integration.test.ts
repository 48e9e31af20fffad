import { statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { createAccount } from '../../../../lake/auth/accounts.ts'
import { readSecrets, writeSecrets } from '../../../../lake/secretsFile.ts'
import { startLake, type TestLake } from '../../../support/lake.ts'

const secrets = {
  password: 'a-password-nobody-knows',
  query: 'what-somebody-asks',
  param: 'what-somebody-means',
}
let lake: TestLake
const lines: string[] = []

beforeAll(async () => {
  const log = pino({ level: 'trace' }, { write: (line: string) => lines.push(line) })
  lake = await startLake({ log, queryLimits: { budget: 300 } })
  await createAccount(lake.lake.context, {
    email: 'v@x.test',
    name: 'V',
    role: 'editor',
    password: secrets.password,
  })
})
afterAll(() => lake.close())

const request = (path: string, init: RequestInit = {}) =>
  fetch(`${lake.url}${path}`, { redirect: 'manual', ...init })
const bearer = (role: 'viewer' | 'editor') => ({ authorization: `Bearer ${lake.tokens[role]}` })
const asked = `query=*[name==$p${'%26%26true'.repeat(3)}%26%26"${secrets.query}"!=name]&$p="${secrets.param}"`

/** One of everything, well and badly asked. */
const requests: [string, RequestInit?][] = [
  ['/'],
  ['/login'],
  ['/login?origin=https://evil.example'],
  [
    '/login',
    {
      method: 'POST',
      body: new URLSearchParams({ email: 'v@x.test', password: secrets.password, origin: 'x' }),
    },
  ],
  ['/health'],
  ['/nothing/here'],
  ['/v1/no/such/thing', { method: 'DELETE' }],
  [`/v1/data/query/production?${asked}`],
  [`/v1/data/query/production?query=*[${secrets.query}&$p="${secrets.param}"`],
  [`/v1/data/query/production?query=$p&$p=${secrets.param}`],
  ['/v1/data/query/nowhere?query=1'],
  ['/v1/data/doc/production/a'],
  ['/v1/data/export/production'],
  ['/v1/data/history/production/documents/a'],
  ['/v1/data/mutate/production', { method: 'POST', body: '{' }],
  ['/v1/data/mutate/production', { method: 'PUT' }],
  ['/v1/users/me', { headers: { authorization: 'Bearer sk-unknown-token' } }],
  ['/v1/users/me', { headers: { cookie: 'sanitySession=sk-unknown-cookie' } }],
  ['/images/meridian/production/none.png?w=-1'],
  ['/files/meridian/production/none.txt'],
  ['/v1/assets/images/production', { method: 'POST', body: 'no picture' }],
  ['/site/x'],
  ['/v1/agent/anything'],
  [
    '/v1/check/cors',
    {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'GET' },
    },
  ],
]

describe('every answer', () => {
  it('says how it may be used, and nothing of what it comes from', async () => {
    for (const [path, init] of requests) {
      const { headers } = await request(path, init)
      const given = (name: string) => `${path}: ${headers.get(name)}`
      expect(given('x-content-type-options')).toBe(`${path}: nosniff`)
      expect(given('referrer-policy')).toBe(`${path}: same-origin`)
      expect(given('server')).toBe(`${path}: null`)
      expect(given('x-powered-by')).toBe(`${path}: null`)
      if (headers.get('content-type')?.startsWith('text/html')) {
        expect(given('content-security-policy')).toContain("default-src 'none'")
        expect(given('content-security-policy')).toContain("frame-ancestors 'none'")
      }
    }
  })

  it('tells of errors in words, without places in the program or the machine', async () => {
    for (const [path, init] of requests) {
      const text = await (await request(path, init)).text()
      expect(text).not.toContain(lake.dataDir)
      expect(text).not.toContain(process.cwd())
      expect(text).not.toMatch(/node_modules|\.ts:\d+|\n\s+at |SQLITE_|ERR_|\bsqlite\b/)
    }
  })
})

describe('the log', () => {
  it('holds no token, no password, and nothing of what was asked', async () => {
    for (const [path, init] of requests) {
      await request(path, init)
      await request(path, { ...init, headers: { ...bearer('editor'), ...init?.headers } })
    }
    const slow = `*["${'a'.repeat(40)}" match "${'*a'.repeat(30)}b" || "${secrets.query}" == $p]`
    const body = JSON.stringify({ query: slow, params: { p: secrets.param } })
    await request('/v1/data/query/production', { method: 'POST', body })
    // A failure that nobody foresaw.
    const { context } = lake.lake
    const { now } = context
    context.now = () => {
      throw new Error('the clock has stopped')
    }
    const failed = await request(`/v1/data/query/production?${asked}`, { headers: bearer('viewer') })
    context.now = now
    expect(failed.status).toBe(500)
    expect(await failed.json()).toEqual({
      statusCode: 500,
      error: 'Internal Server Error',
      message: expect.any(String),
    })
    const log = lines.join('')
    expect(log).toContain('the clock has stopped')
    for (const secret of [
      ...Object.values(secrets),
      ...Object.values(lake.tokens),
      'sk-unknown-token',
      'sk-unknown-cookie',
    ])
      expect(log).not.toContain(secret)
  }, 30_000)
})

describe('the machine', () => {
  it('is reached by nobody from outside unless its operator says so', async () => {
    const port = Number(new URL(lake.url).port)
    const outside = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4')
    for (const { address } of outside) {
      // Nobody has the port there, so somebody else can take it.
      const server = createServer()
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject)
        server.listen(port, address, resolve)
      })
      await new Promise((resolve) => server.close(resolve))
    }
  })

  it('keeps the secrets for its owner', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'meridian-secrets-'))
    const written = {
      adminEmail: 'a@x.test',
      adminPassword: 'p',
      readToken: 'r',
      writeToken: 'w',
      webhookSecret: 's',
    }
    writeSecrets(folder, written)
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600)
    writeSecrets(folder, { ...written, readToken: 'r2' })
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600)
    expect(readSecrets(folder)).toMatchObject({ readToken: 'r2' })
    await rm(folder, { recursive: true })
  })
})
