import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { jest } from '@jest/globals'
import { readSecrets } from '../../../../lake/secretsFile.ts'
import { startLake, type TestLake } from '../../../support/lake.ts'
import { waitFor } from '../../../support/waitFor.ts'

// Each command is a process of its own, and the machine may be busy.
jest.setTimeout(60_000)

let lake: TestLake
beforeAll(async () => {
  lake = await startLake()
})
afterAll(() => lake.close())

/** Types a command at the lake that runs in this test, as a process of its own. */
async function type(...args: string[]) {
  const env = { ...process.env, LAKE_DATA_DIR: lake.dataDir, LAKE_PUBLIC_URL: lake.url }
  const { stdout } = await promisify(execFile)(process.execPath, ['lake/cli.ts', ...args], { env })
  return { lines: stdout.trimEnd().split('\n'), last: stdout.trimEnd().split('\n').at(-1) ?? '' }
}

const refused = async (...args: string[]) => {
  const failure = await type(...args).catch(
    (error: { code: number; stderr: string; stdout: string }) => error,
  )
  if (!('stderr' in failure)) throw new Error('the command should have been refused')
  return failure
}
const me = (token: string) =>
  fetch(`${lake.url}/v1/users/me`, { headers: { authorization: `Bearer ${token}` } })

describe('setting a newsroom up', () => {
  it('makes no webhook before it has an address, so that a lake can be filled in peace', async () => {
    expect(JSON.parse((await type('setup')).last)).toMatchObject({ firstRun: true })
    expect((await type('webhook', 'list')).lines).toEqual([expect.stringMatching(/^NAME/)])
  })

  it('makes what is missing once, and the second time changes the webhook’s address only', async () => {
    const first = JSON.parse(
      (await type('setup', '--webhook-url', 'http://localhost:3000/api/revalidate')).last,
    )
    expect(first).toMatchObject({ firstRun: false, adminEmail: 'editor@meridian.localhost' })
    const { mode } = await stat(join(lake.dataDir, 'secrets.json'))
    expect(mode & 0o777).toBe(0o600)

    const second = JSON.parse(
      (await type('setup', '--webhook-url', 'http://localhost:4000/api/revalidate')).last,
    )
    expect(second).toEqual(first)
    expect((await type('webhook', 'list')).lines).toEqual([
      expect.stringMatching(/^NAME/),
      expect.stringMatching(
        /^Portal: fresh on publish +production +create,update,delete +on +0 +http:\/\/localhost:4000\/api\/revalidate$/,
      ),
    ])

    expect(await (await me(first.readToken)).json()).toMatchObject({ role: 'viewer' })
    expect(await (await me(first.writeToken)).json()).toMatchObject({ role: 'editor' })
    const form = new URLSearchParams({
      email: first.adminEmail,
      password: first.adminPassword,
      origin: lake.url,
    })
    const logIn = await fetch(`${lake.url}/login`, { method: 'POST', redirect: 'manual', body: form })
    expect(logIn.status).toBe(303)
  })

  it('makes another token when one was deleted', async () => {
    const before = readSecrets(lake.dataDir)
    const listed = await type('token', 'list')
    const portal = listed.lines.find((line) => line.includes('Portal'))
    await type('token', 'delete', portal?.split(' ')[0] ?? '')
    const again = JSON.parse((await type('setup', '--webhook-url', 'http://localhost:3000/x')).last)
    expect(again.readToken).not.toBe(before?.readToken)
    expect(again.writeToken).toBe(before?.writeToken)
    expect((await me(again.readToken)).status).toBe(200)
  })

  it('forgets the first password when it is changed', async () => {
    const { lines } = await type('user', 'password', '--email', 'Editor@meridian.localhost')
    const password = lines[0]?.split(' with ')[1] ?? ''
    expect(readSecrets(lake.dataDir)?.adminPassword).toBeUndefined()
    const form = new URLSearchParams({ email: 'editor@meridian.localhost', password, origin: lake.url })
    expect(
      (await fetch(`${lake.url}/login`, { method: 'POST', redirect: 'manual', body: form })).status,
    ).toBe(303)
  })
})

describe('the command line beside a lake that runs', () => {
  it('prints a new token alone on its last line, and it works at once', async () => {
    const { last } = await type('token', 'create', '--role', 'editor', '--name', 'Import')
    expect(await (await me(last)).json()).toMatchObject({ role: 'editor', name: 'Import' })
  })

  it('ends a token for requests at once and for open streams within seconds', async () => {
    const { last: token } = await type('token', 'create', '--role', 'viewer', '--name', 'Short')
    const listen = `${lake.url}/v2021-06-07/data/listen/production?query=${encodeURIComponent('*')}`
    const stream = await fetch(listen, { headers: { authorization: `Bearer ${token}` } })
    const rest = stream.text()
    const { lines } = await type('token', 'list')
    await type('token', 'delete', lines.find((line) => line.includes('Short'))?.split(' ')[0] ?? '')
    expect((await me(token)).status).toBe(401)
    expect(await rest).toContain('event: disconnect')
  })

  it('makes accounts, and ends their sessions with them', async () => {
    const made = await type(
      'user',
      'create',
      '--email',
      'omar@x.test',
      '--role',
      'contributor',
      '--name',
      'Omar',
    )
    const password = made.last.split(' with ')[1] ?? ''
    const form = new URLSearchParams({ email: 'omar@x.test', password, origin: lake.url })
    const sent = await fetch(`${lake.url}/login`, { method: 'POST', redirect: 'manual', body: form })
    const sid = sent.headers.get('location')?.split('sid=')[1]
    const { token } = await (await fetch(`${lake.url}/v1/auth/fetch?sid=${sid}`)).json()
    expect(await (await me(token)).json()).toMatchObject({ name: 'Omar', role: 'contributor' })
    await type('user', 'delete', '--email', 'omar@x.test')
    expect((await me(token)).status).toBe(401)
  })

  it('opens and closes the lake to the pages of an origin', async () => {
    const origin = 'https://studio.example.org'
    const allowed = async () =>
      (await fetch(`${lake.url}/v1/ping`, { headers: { origin } })).headers.get('access-control-allow-origin')
    await type('cors', 'add', `${origin}/`, '--credentials')
    expect(await allowed()).toBe(origin)
    await type('cors', 'delete', origin)
    expect(await allowed()).toBeNull()
  })

  it('makes a webhook that tells of changes from then on, and shows how it went', async () => {
    const url = 'http://127.0.0.1:9/nobody'
    await lake.client('editor').create({ _type: 'article', _id: 'before-the-webhook' })
    await type(
      'webhook',
      'create',
      '--name',
      'Nobody',
      '--url',
      url,
      '--on',
      'create',
      '--filter',
      '_type == "article"',
    )
    await lake.client('editor').create({ _type: 'article', _id: 'after-the-webhook' })
    await waitFor(async () => {
      const { lines } = await type('webhook', 'deliveries', 'Nobody')
      expect(lines).toHaveLength(2)
      expect(lines[1]).toMatch(/create after-the-webhook +pending +1 +connect ECONNREFUSED/)
    })
    expect((await type('webhook', 'attempts', 'Nobody')).lines[1]).toMatch(/network +connect ECONNREFUSED/)
    await type('webhook', 'delete', 'Nobody')
  })

  it('disables a webhook and enables it again, and the running lake sends what waited', async () => {
    const received: string[] = []
    const receiver = createServer((request, response) => {
      received.push(String(request.headers['sanity-document-id']))
      response.end()
    })
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
    const address = receiver.address()
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`
    await type('webhook', 'create', '--name', 'Switched', '--url', url, '--filter', '_type == "switched"')
    const client = lake.client('editor')
    await client.create({ _type: 'switched', _id: 'first' })
    await waitFor(async () => expect(received).toEqual(['first']))
    await type('webhook', 'disable', 'Switched')
    await client.create({ _type: 'switched', _id: 'meanwhile' })
    const [, first] = (await type('webhook', 'deliveries', 'Switched')).lines
    await type('webhook', 'resend', 'Switched', first?.split(' ')[0] ?? '')
    expect((await type('webhook', 'list')).lines.join('\n')).toMatch(/Switched +production +\S+ +off +1/)
    expect(received).toEqual(['first'])
    await type('webhook', 'enable', 'Switched')
    await waitFor(async () => expect(received).toEqual(['first', 'first']))
    await client.create({ _type: 'switched', _id: 'afterwards' })
    await waitFor(async () => expect(received).toEqual(['first', 'first', 'afterwards']))
    await type('webhook', 'delete', 'Switched')
    await new Promise((resolve) => receiver.close(resolve))
  })

  it('gives somebody another role, but leaves the lake an administrator', async () => {
    await type('user', 'create', '--email', 'ada@x.test', '--role', 'viewer')
    await type('user', 'role', '--email', 'ada@x.test', '--role', 'editor')
    expect((await type('user', 'list')).lines.join('\n')).toMatch(/ada@x\.test +editor/)
    const only = await refused('user', 'delete', '--email', 'editor@meridian.localhost')
    expect(only.stderr).toContain('the last administrator')
    await type('user', 'delete', '--email', 'ada@x.test')
  })

  it('makes a token that expires', async () => {
    await type('token', 'create', '--role', 'viewer', '--name', 'Brief', '--expires', '2199-01-31')
    expect((await type('token', 'list')).lines.join('\n')).toMatch(/viewer +Brief +\S+ +2199-01-31/)
  })

  it('makes datasets, closes and opens them', async () => {
    await type('dataset', 'create', 'staging', '--private')
    await lake.client('editor', { dataset: 'staging' }).create({ _type: 'article' })
    expect((await type('dataset', 'list')).lines.join('\n')).toMatch(/staging +private +1/)
    expect((await type('dataset', 'visibility', 'staging')).last).toBe('private')
    const listen = `${lake.url}/v2021-06-07/data/listen/staging?query=${encodeURIComponent('*')}`
    const stream = await fetch(listen)
    const rest = stream.text()
    await type('dataset', 'visibility', 'staging', 'public')
    expect(await rest).toContain('event: welcome')
    expect(await lake.client(undefined, { dataset: 'staging' }).fetch('count(*)')).toBe(1)
  })

  it('deletes a dataset that the running lake has open, streams and all', async () => {
    const editor = lake.client('editor', { dataset: 'staging' })
    const { url } = await editor.assets.upload('file', Buffer.from('a text'), { filename: 'a.txt' })
    const listen = `${lake.url}/v2021-06-07/data/listen/staging?query=${encodeURIComponent('*')}`
    const rest = (await fetch(listen)).text()
    expect((await refused('dataset', 'delete', 'staging')).stderr).toContain('--force')
    await type('dataset', 'delete', 'staging', '--force')
    await expect(editor.fetch('*')).rejects.toMatchObject({ statusCode: 404 })
    expect((await fetch(url)).status).toBe(404)
    expect(await rest).toContain('was deleted')
    await type('dataset', 'create', 'staging')
    expect(await editor.fetch('*')).toEqual([])
  })
})

describe('a command that cannot be carried out', () => {
  it.each([
    [2, ['fly'], 'There is no command "fly"'],
    [2, ['token', 'create'], '--role is missing.'],
    [2, ['token', 'create', '--role', 'king'], '--role is one of administrator'],
    [
      2,
      ['token', 'create', '--role', 'viewer', '--expires', '2001-01-01'],
      '--expires is a day or time to come',
    ],
    [1, ['token', 'delete', 'nobody'], 'There is no token "nobody".'],
    [2, ['token', 'list', '--wat'], "Unknown option '--wat'."],
    [1, ['user', 'create', '--email', 'a', '--role', 'viewer'], '"a" is not an e-mail address.'],
    [
      1,
      ['user', 'create', '--email', 'a@b', '--role', 'viewer', '--password', 'short'],
      'at least 12 characters',
    ],
    [1, ['user', 'role', '--email', 'nobody@x.test', '--role', 'viewer'], 'Nobody has an account'],
    [2, ['cors', 'add', 'https://*.example.org'], 'is not an origin'],
    [2, ['webhook', 'create', '--name', 'x', '--url', 'ftp://x'], '--url: A webhook goes to an address'],
    [
      2,
      ['webhook', 'create', '--name', 'x', '--url', 'http://x', '--filter', '_type =='],
      '--filter: Not GROQ',
    ],
    [
      2,
      ['webhook', 'create', '--name', 'x', '--url', 'http://x', '--filter', 'count(*) > 1'],
      '--filter: Not GROQ',
    ],
    [2, ['webhook', 'create', '--name', 'x', '--url', 'http://x', '--on', 'fly'], '--on: '],
    [
      1,
      ['webhook', 'create', '--name', 'x', '--url', 'http://x', '--dataset', 'nowhere'],
      'Dataset "nowhere"',
    ],
    [1, ['webhook', 'deliveries', 'nobody'], 'There is no webhook "nobody".'],
    [1, ['dataset', 'delete', 'nowhere', '--force'], 'There is no dataset "nowhere".'],
    [2, ['dataset', 'visibility', 'production', 'open'], 'public or private, not "open"'],
    [2, ['dataset', 'create', 'Bad Name'], 'A dataset is named with'],
  ] as const)('ends with %i: %j says why in one line', async (exitCode, args, sentence) => {
    const { code, stderr, stdout } = await refused(...args)
    expect(stderr).toContain(sentence)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect([code, stdout]).toEqual([exitCode, ''])
  })

  it('is no mystery: help names every command', async () => {
    const { lines } = await type('help')
    const help = lines.join('\n')
    for (const command of [
      'serve',
      'setup',
      'token create',
      'user password',
      'cors add',
      'webhook deliveries',
      'webhook resend',
      'dataset delete',
      'dataset visibility',
      'user role',
    ]) {
      expect(help).toContain(command)
    }
    expect((await type('help', 'cors')).lines.join('\n')).not.toContain('dataset delete')
  })
})
