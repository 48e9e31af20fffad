import { execFile } from 'node:child_process'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { jest } from '@jest/globals'
import sharp from 'sharp'
import { startLake, type TestLake } from '../../../support/lake.ts'

// Each command is Sanity's whole command line starting up.
jest.setTimeout(180_000)

let lake: TestLake
beforeAll(async () => {
  lake = await startLake()
})
afterAll(() => lake.close())

/** Sanity's own command line, pointed at the lake. */
async function sanity(...args: string[]): Promise<string> {
  const env = {
    ...process.env,
    SANITY_INTERNAL_ENV: lake.url,
    SANITY_AUTH_TOKEN: lake.tokens.administrator,
    NODE_OPTIONS: `--require ${resolve('tests/support/localhostNames.cjs')}`,
  }
  const command = resolve('node_modules/sanity/bin/sanity')
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [command, ...args, '--project-id', 'meridian'],
    { env },
  )
  return stdout
}

describe('taking a dataset out of the lake with Sanity’s own tools', () => {
  it('brings every document, draft and picture over to another dataset', async () => {
    const client = lake.client('editor')
    const picture = await sharp({ create: { width: 80, height: 60, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer()
    const { _id } = await client.assets.upload('image', picture, { filename: 'red.jpg' })
    const mainMedia = { _type: 'picture', asset: { _type: 'reference', _ref: _id } }
    await client.create({ _id: 'article-1', _type: 'article', headline: 'Published', mainMedia })
    await client.create({ _id: 'drafts.article-1', _type: 'article', headline: 'In work', mainMedia })

    const archive = join(lake.dataDir, 'production.tar.gz')
    await sanity('datasets', 'export', 'production', archive, '--overwrite')
    await sanity('datasets', 'create', 'copy', '--visibility', 'public')
    expect(await sanity('datasets', 'list')).toContain('copy')
    await sanity('datasets', 'import', archive, '--dataset', 'copy')

    const copy = lake.client('editor', { dataset: 'copy', perspective: 'raw' })
    const articles = await copy.fetch(
      '*[_type == "article"] | order(_id) {_id, headline, "url": mainMedia.asset->url}',
    )
    expect(articles).toEqual([
      { _id: 'article-1', headline: 'Published', url: expect.stringContaining('/images/meridian/copy/') },
      {
        _id: 'drafts.article-1',
        headline: 'In work',
        url: expect.stringContaining('/images/meridian/copy/'),
      },
    ])
    const brought = Buffer.from(await (await fetch(articles[0].url)).arrayBuffer())
    expect(brought.equals(picture)).toBe(true)
  })
})
