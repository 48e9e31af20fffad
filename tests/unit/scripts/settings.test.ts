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
  })

  it('refuses one port for two servers', () => {
    expect(() => readSettings({ PORT: '3333' }, false)).toThrow(/PORT and LAKE_PORT/)
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
