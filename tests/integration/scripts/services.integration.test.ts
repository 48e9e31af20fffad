import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fingerprint } from '../../../scripts/build/fingerprint.ts'
import { checkPort, findFreePort } from '../../../scripts/start/ports.ts'
import { openServices, type Services } from '../../../scripts/start/services.ts'
import { waitFor } from '../../support/waitFor.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'meridian-services-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** A server that answers, and writes to `ends` when it was asked to end. */
async function writeServer(
  port: number,
  name: string,
): Promise<{ name: string; args: string[]; environment: object; log: string }> {
  const file = join(folder, `${name}.mjs`)
  const ends = join(folder, 'ends')
  await writeFile(
    file,
    `import { createServer } from 'node:http'
     import { appendFileSync } from 'node:fs'
     console.log('${name} runs')
     createServer((request, response) => {
       if (request.url === '/die') process.kill(process.pid, 'SIGKILL')
       response.end(String(process.pid))
     }).listen(${port}, '127.0.0.1')
     process.on('SIGTERM', () => { appendFileSync(${JSON.stringify(ends)}, '${name} '); process.exit(0) })`,
  )
  return { name, args: [file], environment: {}, log: join(folder, `${name}.log`) }
}

describe('the parts of a running newsroom', () => {
  it('end in order, the last that was started first', async () => {
    const services = openServices()
    for (const name of ['lake', 'site']) {
      const port = await findFreePort()
      services.start({ ...(await writeServer(port, name)), environment: {} })
      await services.waitFor(`http://127.0.0.1:${port}/`, name)
    }
    await services.stop()
    expect(await readFile(join(folder, 'ends'), 'utf8')).toBe('site lake ')
  })

  it('say which of them died, with its last words', async () => {
    const services = openServices()
    const file = join(folder, 'dies.mjs')
    await writeFile(file, "console.error('no more ink'); process.exit(3)")
    services.start({ name: 'site', args: [file], environment: {}, log: join(folder, 'site.log') })
    await expect(services.failure).rejects.toThrow(
      /no more ink[\s\S]*The site ended by itself \(exit code 3\)/,
    )
    await services.stop()
  })

  it('stop waiting for a part that will never answer when it has died', async () => {
    const services = openServices()
    const file = join(folder, 'ends.mjs')
    await writeFile(file, 'process.exit(0)')
    services.start({ name: 'lake', args: [file], environment: {}, log: join(folder, 'lake.log') })
    const port = await findFreePort()
    await expect(services.waitFor(`http://127.0.0.1:${port}/`, 'lake')).rejects.toThrow(
      /lake ended by itself/,
    )
    await services.stop()
  })
})

describe('a part of a newsroom that dies after it was ready', () => {
  let url = ''
  let said = ''
  let services: Services
  beforeEach(async () => {
    said = ''
    services = openServices((words) => {
      said += words
    })
    const port = await findFreePort()
    url = `http://127.0.0.1:${port}`
    services.start({ ...(await writeServer(port, 'lake')), environment: {} })
    await services.waitFor(`${url}/`, 'lake')
  })
  afterEach(() => services.stop())

  const ask = async () => (await fetch(url)).text()
  const kill = () => fetch(`${url}/die`).catch(() => undefined)
  const untilSaid = (words: RegExp) => waitFor(async () => expect(said).toMatch(words))

  it('is started again, which is said with the last words of its log', async () => {
    const first = await ask()
    await kill()
    await untilSaid(
      /lake runs[\s\S]*The lake ended by itself \(signal SIGKILL\); its log is .*It is started again/,
    )
    await untilSaid(/The lake is back\./)
    expect(await ask()).not.toBe(first)
    expect(await readFile(join(folder, 'lake.log'), 'utf8')).toBe('lake runs\nlake runs\n')
  })

  it('ends all else when it dies again and again', async () => {
    const over = expect(services.failure).rejects.toThrow(
      /The lake ended by itself \(signal SIGKILL, again and again\); its log is .* All else was stopped/,
    )
    for (let death = 0; death < 5; death += 1) {
      await waitFor(ask)
      await kill()
    }
    await over
    expect(said.match(/It is started again/g)).toHaveLength(4)
  })

  it('is not started again when all is stopped meanwhile', async () => {
    await kill()
    await untilSaid(/It is started again/)
    await services.stop()
    // Another that dies now is back after the first would have been.
    const others = openServices((words) => {
      said += words
    })
    const port = await findFreePort()
    others.start({ ...(await writeServer(port, 'other')), environment: {} })
    await others.waitFor(`http://127.0.0.1:${port}/`, 'other')
    await fetch(`http://127.0.0.1:${port}/die`).catch(() => undefined)
    await untilSaid(/The other is back/)
    await others.stop()
    expect(await readFile(join(folder, 'lake.log'), 'utf8')).toBe('lake runs\n')
  })
})

describe('a port', () => {
  it('is named with its variable when something listens on it', async () => {
    const services = openServices()
    const port = await findFreePort()
    await expect(checkPort(port, 'PORT')).resolves.toBeUndefined()
    services.start({ ...(await writeServer(port, 'other')), environment: {} })
    await services.waitFor(`http://127.0.0.1:${port}/`, 'other')
    await expect(checkPort(port, 'PORT')).rejects.toThrow(new RegExp(`Port ${port} is in use.*PORT`))
    await services.stop()
  })
})

describe('whether a build is stale', () => {
  const of = (values = {}) =>
    fingerprint(folder, { paths: ['app', 'missing', 'one.json'], except: ['app/seed'], values })

  it('changes with any file, name or value that the build is made from, and with nothing else', async () => {
    await mkdir(join(folder, 'app', 'seed'), { recursive: true })
    await writeFile(join(folder, 'app', 'page.tsx'), 'one')
    const first = of()
    await writeFile(join(folder, 'app', 'seed', 'article.yaml'), 'text')
    await writeFile(join(folder, 'other.txt'), 'text')
    expect(of()).toBe(first)
    expect(of({ SITE_URL: 'http://x' })).not.toBe(first)
    await writeFile(join(folder, 'app', 'page.tsx'), 'two')
    expect(of()).not.toBe(first)
  })
})
