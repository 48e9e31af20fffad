import { formatWelcome } from '../../../scripts/start/formatWelcome.ts'
import { readSettings } from '../../../scripts/start/settings.ts'

const keys = {
  firstRun: true,
  adminEmail: 'desk@example.org',
  adminPassword: 'first-password',
  readToken: 'r',
  writeToken: 'w',
  webhookSecret: 's',
}

describe('the settings of a start', () => {
  it('is a whole newsroom on one machine when nothing is set', () => {
    expect(readSettings({}, false)).toMatchObject({
      port: 3000,
      siteUrl: 'http://localhost:3000',
      studioUrl: 'http://localhost:3333',
      content: { kind: 'lake', port: 3333, dataDir: expect.stringMatching(/\.data$/) },
    })
  })

  it('starts no lake for a hosted project, nor for a lake that runs elsewhere', () => {
    expect(readSettings({ SANITY_PROJECT_ID: 'abc123' }, false).content).toEqual({ kind: 'elsewhere' })
    const elsewhere = { SANITY_PROJECT_ID: 'abc123', SANITY_API_HOST: 'http://lake.example:3333' }
    expect(readSettings(elsewhere, false).content).toEqual({ kind: 'elsewhere' })
  })

  it('names the variable that is wrong', () => {
    expect(() => readSettings({ PORT: 'news' }, false)).toThrow(/PORT/)
    expect(() => readSettings({ LAKE_PORT: '99999' }, false)).toThrow(/LAKE_PORT/)
    expect(() => readSettings({ SITE_URL: 'localhost:3000' }, false)).toThrow(/SITE_URL/)
    expect(() => readSettings({ PORT: '6000' }, false)).toThrow(/PORT.*browsers refuse to ask port 6000/)
  })

  it('refuses one port for two servers', () => {
    expect(() => readSettings({ PORT: '3333' }, false)).toThrow(/PORT and LAKE_PORT/)
    expect(() => readSettings({ PORT: '3334' }, false)).toThrow(/PORT and WORKER_PORT/)
    expect(() => readSettings({ WORKER_PORT: '3333' }, false)).toThrow(/LAKE_PORT and WORKER_PORT/)
    expect(() => readSettings({ NEXT_PORT: '3000' }, false)).toThrow(/PORT and NEXT_PORT are both 3000/)
    expect(() => readSettings({ NEXT_PORT: '3334' }, false)).toThrow(/NEXT_PORT and WORKER_PORT/)
  })

  it('starts the edge before Next, which has a free port unless it is told one; and none while one works on pages', () => {
    expect(readSettings({}, false).edge).toEqual({ nextPort: undefined })
    expect(readSettings({ NEXT_PORT: '3001' }, false).edge).toEqual({ nextPort: 3001 })
    expect(readSettings({ NEXT_PORT: '3000' }, true).edge).toBeUndefined()
  })

  it('starts a worker beside the lake, on the next port unless it is told another', () => {
    expect(readSettings({}, false).worker).toEqual({ port: 3334 })
    expect(readSettings({ LAKE_PORT: '4333' }, false).worker).toEqual({ port: 4334 })
    expect(readSettings({ WORKER_PORT: '5000' }, false).worker).toEqual({ port: 5000 })
  })

  it('starts none where it could not write or nobody would be believed, and none beside one elsewhere', () => {
    const hosted = { SANITY_PROJECT_ID: 'abc123', SANITY_WEBHOOK_SECRET: '0123456789abcdef' }
    expect(readSettings(hosted, false).worker).toBeUndefined()
    expect(
      readSettings({ SANITY_PROJECT_ID: 'abc123', SANITY_WRITE_TOKEN: 'w' }, false).worker,
    ).toBeUndefined()
    expect(readSettings({ ...hosted, SANITY_WRITE_TOKEN: 'w' }, false).worker).toEqual({ port: 3334 })
    expect(readSettings({ WORKER_URL: 'http://worker:3334' }, false).worker).toBeUndefined()
  })
})

describe('the lines that end a start', () => {
  const settings = readSettings({ LAKE_DATA_DIR: '.data' }, false)

  it('are three, with the first password on the first run', () => {
    const lines = formatWelcome(settings, keys).trimEnd().split('\n')
    expect(lines).toHaveLength(3)
    expect(lines[0]).toContain('http://localhost:3000')
    expect(lines[1]).toMatch(
      /http:\/\/localhost:3333.*desk@example\.org.*first-password.*\.data\/secrets\.json/,
    )
    expect(lines[2]).toContain('Ctrl-C')
  })

  it('never show the password again, but say where it is', () => {
    const words = formatWelcome(settings, { ...keys, firstRun: false })
    expect(words).not.toContain('first-password')
    expect(words).toContain('.data/secrets.json')
  })
})
