import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { browserOfFile } from '../support/browser.ts'
import { openClient } from '../support/lakeClient.ts'
import { siteUrl } from '../support/pages.ts'
import { getNewsroom } from '../support/sharedNewsroom.ts'
import { waitFor } from '../support/waitFor.ts'

const visit = browserOfFile()
const id = 'article-border-road-opens-to-lorries-after-three-years'
const path = '/articles/border-road-opens-to-lorries-after-three-years'

function runImport(...args: string[]) {
  const { studioUrl, dataDir } = getNewsroom()
  return promisify(execFile)(process.execPath, ['scripts/import.ts', ...args], {
    env: { ...process.env, NODE_OPTIONS: '', SANITY_API_HOST: studioUrl, LAKE_DATA_DIR: dataDir },
  })
}

describe('an article that came as plain text', () => {
  it('is imported, published and read', async () => {
    const client = openClient()
    const { stdout } = await runImport('tests/e2e/fixtures/border-road.txt')
    expect(stdout).toMatch(/LEFT OUT: breadcrumb/)
    expect(stdout).toMatch(/choose the authors/)
    expect(await client.getDocument(id)).toBeUndefined()

    const authors = [{ _type: 'reference', _key: 'first', _ref: 'author-ines-halloran' }]
    const category = { _type: 'reference', _ref: 'category-world' }
    await client
      .patch(`drafts.${id}`)
      .set({ authors, category, firstPublishedAt: new Date().toISOString() })
      .commit()
    await client.action({
      actionType: 'sanity.action.document.publish',
      draftId: `drafts.${id}`,
      publishedId: id,
    })

    await visit('imported article', async (page) => {
      await waitFor(async () => expect((await page.goto(siteUrl(path)))?.status()).toBe(200))
      expect(await page.locator('h1').innerText()).toBe('Border road opens to lorries after three years')
      expect(await page.locator('main li[id]').count()).toBe(6)
      const words = await page.locator('main').innerText()
      expect(words).toContain('Fees for fruit and flowers are halved')
      expect(words).toContain('it is the first agreement in years')
      expect(words).toContain('Baku')
      expect(await page.locator('main li[id] a[href="/countries/armenia"]').count()).toBeGreaterThan(0)
    })
  }, 120_000)

  it('does not overwrite what is there, unless it is told to', async () => {
    const file = 'tests/e2e/fixtures/border-road.txt'
    await expect(runImport(file)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/--replace/),
    })
    expect((await runImport(file, '--replace')).stdout).toMatch(/Replaced the draft/)
  }, 60_000)

  it('is refused in one sentence when the file is no article', async () => {
    const picture = runImport('tests/e2e/fixtures/two-tone.png')
    await expect(picture).rejects.toMatchObject({
      code: 1,
      stderr: 'This file is not plain text, so it cannot be an article.\n',
    })
  })
})
