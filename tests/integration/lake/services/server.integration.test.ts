import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveLake } from '../../../../lake/http/server.ts'
import { startLake, type TestLake } from '../../../support/lake.ts'

let lake: TestLake
let studioDir: string

beforeAll(async () => {
  studioDir = await mkdtemp(join(tmpdir(), 'meridian-studio-'))
  await mkdir(join(studioDir, 'static'))
  await writeFile(join(studioDir, 'index.html'), '<!doctype html><title>Studio</title>')
  await writeFile(join(studioDir, 'static', 'sanity-a1b2c3d4.js'), 'export {}')
  await writeFile(join(studioDir, 'static', 'favicon.ico'), 'icon')
  lake = await startLake({ studioDir })
})
afterAll(async () => {
  await lake.close()
  await rm(studioDir, { recursive: true, force: true })
})

const asBrowser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

describe('the Studio at the lake’s address', () => {
  it.each(['/', '/structure', '/structure/article;article-1', '/vision', '/schedules'])(
    'opens at %s',
    async (path) => {
      const response = await fetch(`${lake.url}${path}`, { headers: asBrowser })
      expect(response.status).toBe(200)
      expect(await response.text()).toContain('<title>Studio</title>')
      expect(response.headers.get('cache-control')).toBe('no-cache')
    },
  )

  it('calls nobody but the lake and the site', async () => {
    const response = await fetch(lake.url, { headers: asBrowser })
    const policy = response.headers.get('content-security-policy') ?? ''
    const port = new URL(lake.url).port
    expect(policy).toContain("default-src 'self'")
    expect(policy).toMatch(new RegExp(`connect-src [^;]*ws://localhost:${port}`))
    expect(policy).toMatch(new RegExp(`connect-src [^;]*http://meridian.localhost:${port}`))
    expect(policy).toMatch(/frame-src [^;]*http:\/\/localhost:3000/)
    expect(policy).not.toContain('sanity.io')
  })

  it('lets browsers keep files whose names carry their hash, and only those', async () => {
    const hashed = await fetch(`${lake.url}/static/sanity-a1b2c3d4.js`)
    expect(hashed.headers.get('content-type')).toContain('text/javascript')
    expect(hashed.headers.get('cache-control')).toContain('immutable')
    const plain = await fetch(`${lake.url}/static/favicon.ico`)
    expect(plain.headers.get('cache-control')).not.toContain('immutable')
    const etag = plain.headers.get('etag') ?? ''
    expect(
      (await fetch(`${lake.url}/static/favicon.ico`, { headers: { 'if-none-match': etag } })).status,
    ).toBe(304)
  })

  it('gives out nothing beside its folder', async () => {
    for (const path of [
      '/..%2f..%2fetc%2fpasswd',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/static/..%2f..%2f..%2fetc%2fpasswd',
      '/%00',
      '/%',
    ]) {
      const response = await fetch(`${lake.url}${path}`)
      expect(response.status).toBe(404)
      expect(await response.text()).not.toContain('root:')
    }
  })

  it('never answers in the place of the API', async () => {
    const response = await fetch(`${lake.url}/v2025-02-19/no/such/thing`, { headers: asBrowser })
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ statusCode: 404 })
  })

  it('says how it is built when it is not', async () => {
    const bare = await startLake()
    const response = await fetch(bare.url, { headers: asBrowser })
    expect(await response.text()).toContain('npm run build')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    await bare.close()
  })
})

describe('the lake on its port', () => {
  it('is reached under both loopback addresses', async () => {
    const { port } = new URL(lake.url)
    for (const host of ['127.0.0.1', '[::1]', 'localhost']) {
      const health = await (await fetch(`http://${host}:${port}/health`)).json()
      expect(health).toEqual({ status: 'ok' })
    }
  })

  it('counts what has been written in its health, for those who may read it', async () => {
    const headers = { authorization: `Bearer ${lake.tokens.viewer}` }
    const seq = async () => (await (await fetch(`${lake.url}/health`, { headers })).json()).seq
    const before = await seq()
    await lake.client('editor').create({ _type: 'article' })
    expect(await seq()).toBe(before + 1)
  })

  it('says which port is in use', async () => {
    const port = Number(new URL(lake.url).port)
    await expect(serveLake(lake.lake, { port })).rejects.toThrow(`Port ${port} is in use.`)
  })

  it('says which address is none of this machine’s', async () => {
    await expect(serveLake(lake.lake, { port: 0, host: '192.0.2.1' })).rejects.toThrow(
      'no address "192.0.2.1"',
    )
  })

  it('closes at once although somebody listens, and ends their streams', async () => {
    const short = await startLake()
    const query = encodeURIComponent('*')
    const stream = await fetch(`${short.url}/v2021-06-07/data/listen/production?query=${query}`)
    const reader = stream.body?.getReader()
    await reader?.read()
    const begun = performance.now()
    await short.close()
    expect(performance.now() - begun).toBeLessThan(1_500)
    await expect(readToTheEnd(reader)).resolves.toBe('over')
    await expect(fetch(`${short.url}/health`)).rejects.toThrow()
  })
})

async function readToTheEnd(reader: ReadableStreamDefaultReader<Uint8Array> | undefined): Promise<'over'> {
  try {
    while (reader && !(await reader.read()).done);
  } catch {
    return 'over'
  }
  return 'over'
}
