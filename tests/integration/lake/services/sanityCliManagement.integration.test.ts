import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify, stripVTControlCharacters } from 'node:util'
import { jest } from '@jest/globals'
import { startLake, type TestLake } from '../../../support/lake.ts'
import { waitFor } from '../../../support/waitFor.ts'
import { openReceiver } from '../../../support/webhookReceiver.ts'

// Each command is Sanity's whole command line starting up.
jest.setTimeout(240_000)

let lake: TestLake
beforeAll(async () => {
  lake = await startLake()
})
const receivers: { close(): Promise<void> }[] = []
afterAll(async () => {
  await Promise.all(receivers.map((receiver) => receiver.close()))
  await lake.close()
})

/** Sanity's own command line, pointed at the lake: what it printed. */
async function run(args: readonly string[], cwd: string): Promise<string> {
  const env = {
    ...process.env,
    SANITY_INTERNAL_ENV: lake.url,
    SANITY_AUTH_TOKEN: lake.tokens.administrator,
    NODE_OPTIONS: `--require ${resolve('tests/support/localhostNames.cjs')}`,
  }
  const command = resolve('node_modules/sanity/bin/sanity')
  const { stdout } = await promisify(execFile)(process.execPath, [command, ...args], { env, cwd })
  return stripVTControlCharacters(stdout)
}
/** In a folder that is no project: there it looks for none, and loads no Studio. */
const sanity = (...args: string[]) => run(args, lake.dataDir)
const inProject = (...args: string[]) => run([...args, '--project-id', 'meridian'], resolve('.'))

describe('managing the lake with Sanity’s own command line', () => {
  it('makes a private dataset, looks at it, opens it and deletes it', async () => {
    await inProject('datasets', 'create', 'staging', '--visibility', 'private')
    expect(await inProject('datasets', 'visibility', 'get', 'staging')).toContain('private')
    await inProject('datasets', 'visibility', 'set', 'staging', 'public')
    expect(await lake.client(undefined, { dataset: 'staging' }).fetch('1')).toBe(1)
    expect(await inProject('datasets', 'list')).toMatch(/production\s+staging/)
    expect(await inProject('datasets', 'delete', 'staging', '--force')).toContain('deleted successfully')
    expect(await inProject('datasets', 'list')).not.toContain('staging')
  })

  it('adds, lists and deletes CORS origins', async () => {
    await inProject('cors', 'add', 'https://studio.example.org', '--credentials')
    expect(await inProject('cors', 'list')).toContain('https://studio.example.org')
    expect(await inProject('cors', 'delete', 'https://studio.example.org')).toContain('Origin deleted')
    expect(await inProject('cors', 'list')).toContain('No CORS origins')
    await expect(
      inProject('cors', 'add', 'https://*.example.org', '--no-credentials', '--yes'),
    ).rejects.toMatchObject({
      stderr: expect.stringContaining('takes no wildcards'),
    })
  })

  it('makes, lists, rotates and deletes tokens', async () => {
    const made = JSON.parse(
      await inProject('tokens', 'create', 'Build', '--role', 'editor', '--json', '--yes'),
    )
    expect(made).toMatchObject({ label: 'Build', token: expect.stringMatching(/^sk/) })
    expect(await inProject('tokens', 'list')).toMatch(/Build.*editor.*Never/)
    const rotated = JSON.parse(await sanity('tokens', 'rotate', '--token', made.token, '--json'))
    const me = (token: string) =>
      fetch(`${lake.url}/v1/users/me`, { headers: { authorization: `Bearer ${token}` } })
    expect((await me(made.token)).status).toBe(401)
    expect((await me(rotated.token)).status).toBe(200)
    expect(await inProject('tokens', 'delete', made.id, '--yes')).toContain('API token deleted')
    expect((await me(rotated.token)).status).toBe(401)
  })

  it('lists and deletes webhooks, and reads the log of what they sent', async () => {
    const receiver = await openReceiver((response) => response.writeHead(418).end('I am a teapot'))
    receivers.push(receiver)
    const { url } = receiver
    const client = lake.client('administrator')
    const hook = await client.request({
      method: 'POST',
      url: '/hooks/projects/meridian',
      body: { name: 'Teapot', description: 'Short and stout', url, dataset: 'production' },
    })
    await client.create({ _id: 'cup', _type: 'cup' })
    const attempts = await waitFor(async () => {
      const found = await client.request({ url: `/hooks/projects/meridian/${hook.id}/attempts` })
      expect(found).toHaveLength(1)
      return found
    })
    expect(await inProject('hooks', 'list')).toMatch(
      /Name: Teapot\s+Dataset: production\s+URL: .*\s+HTTP method: POST\s+Description: Short/,
    )
    const log = await inProject('hooks', 'logs', 'Teapot', '--detailed')
    expect(log).toMatch(/Status: failure\s+Result code: 418\s+Failures: 1/)
    expect(log).toContain("_id: 'cup'")
    const attempt = await inProject('hooks', 'attempt', attempts[0].id)
    expect(attempt).toContain('Status: Failed')
    expect(attempt).toContain('HTTP 418')
    expect(attempt).toContain('I am a teapot')
    expect(await inProject('hooks', 'delete', 'Teapot')).toContain('Hook deleted')
  })

  it('lists who belongs to the project, and says in words what is not there', async () => {
    expect(await inProject('users', 'list')).toMatch(/administrator of the tests/)
    expect(await sanity('projects', 'list')).toContain('meridian')
    expect(await inProject('datasets', 'copy', '--list')).toContain("doesn't have any dataset copy jobs")
    await expect(inProject('users', 'invite', 'a@example.org', '--role', 'viewer')).rejects.toThrow()
    await expect(inProject('backups', 'list', 'production')).rejects.toMatchObject({
      stderr: expect.stringContaining('npm run lake -- backup'),
    })
    expect(await sanity('debug')).toContain('administrator of the tests')
  })
})
