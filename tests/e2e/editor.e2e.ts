import type { Page } from 'playwright-core'
import { browserOfFile } from '../support/browser.ts'
import { openClient } from '../support/lakeClient.ts'
import { pages, siteUrl } from '../support/pages.ts'
import { logIn, openArticle } from '../support/studio.ts'
import { waitFor } from '../support/waitFor.ts'

const visit = browserOfFile()
const client = () => openClient()
const articleId = 'article-azerbaijan-launches-operation-in-nagorno-karabakh'

const shows = async (path: string, words: string) =>
  (await (await fetch(siteUrl(path))).text()).includes(words)
const untilShown = (path: string, words: string) =>
  waitFor(async () => expect(`${path} shows it: ${await shows(path, words)}`).toBe(`${path} shows it: true`))
const untilGone = (path: string, words: string) =>
  waitFor(async () => expect(`${path} shows it: ${await shows(path, words)}`).toBe(`${path} shows it: false`))

/** Publishes as soon as the Studio offers it. */
const publish = (page: Page) =>
  page.locator('[data-testid="action-publish"]:not([disabled]):not([data-disabled="true"])').click()

describe('an editor at the desk', () => {
  it('logs in, changes a headline, publishes, and sees it on the public page', async () => {
    await visit('editor publishes', async (page) => {
      await logIn(page)
      const headline = await openArticle(page, articleId)
      const before = await headline.inputValue()
      expect(await shows(pages.article, before)).toBe(true)
      const changed = `${before.slice(0, 80)} (${Date.now()})`
      await headline.fill(changed)
      await waitFor(async () =>
        expect((await client().getDocument(`drafts.${articleId}`))?.headline).toBe(changed),
      )

      const clicked = performance.now()
      await publish(page)
      await untilShown(pages.article, changed)
      const seconds = ((performance.now() - clicked) / 1000).toFixed(2)
      process.stdout.write(`From the click on Publish to the public page: ${seconds} s\n`)
      await untilShown(pages.category, changed)
      await untilShown(pages.country, changed)

      await headline.fill(before)
      await publish(page)
      await untilGone(pages.article, changed)
    })
  }, 180_000)

  it('sees in one tab what is written in another', async () => {
    await visit('two tabs', async (page) => {
      await logIn(page)
      const first = await openArticle(page, articleId)
      const other = await page.context().newPage()
      const second = await openArticle(other, articleId)
      const written = `Written in another tab (${Date.now()})`
      await second.fill(written)
      await page.bringToFront()
      await waitFor(async () => expect(await first.inputValue()).toBe(written))
    })
    await client().delete(`drafts.${articleId}`)
  }, 180_000)

  it('uploads a picture into an article', async () => {
    const id = 'article-of-the-upload-journey'
    await client().createOrReplace({ _id: `drafts.${id}`, _type: 'article', headline: 'A picture to come' })
    await visit('upload', async (page) => {
      await logIn(page)
      await openArticle(page, id)
      const field = page.getByTestId('image-input').first()
      await field.locator('input[type="file"]').first().setInputFiles('tests/e2e/fixtures/two-tone.png')
      await field.locator('img').first().waitFor()
      await waitFor(async () => {
        const stored = await client().getDocument(`drafts.${id}`)
        expect(stored?.mainMedia?.asset?._ref).toMatch(/^image-[0-9a-f]{40}-1200x800-png$/)
      })
    })
    await client().delete(`drafts.${id}`)
  }, 180_000)

  it('takes an article down: its page is gone and no list names it', async () => {
    const id = 'article-of-the-take-down-journey'
    const path = '/articles/to-be-taken-down'
    const slug = { _type: 'slug', current: 'to-be-taken-down' }
    const stored = await client().getDocument(articleId)
    const firstPublishedAt = new Date().toISOString()
    const headline = 'An article to be taken down'
    await client().create({ ...stored, _id: id, _type: 'article', headline, slug, firstPublishedAt })
    await untilShown(path, headline)
    await untilShown(pages.category, path)
    await visit('unpublish', async (page) => {
      await logIn(page)
      await openArticle(page, id, 'published')
      await page.getByTestId('action-menu-button').locator('visible=true').last().click()
      await page.getByTestId('action-unpublish').click()
      await page.getByTestId('confirm-button').click()
      await waitFor(async () => expect([404, 410]).toContain((await fetch(siteUrl(path))).status))
      await untilGone(pages.category, path)
      await untilGone(pages.front, path)
    })
    await client().delete(`drafts.${id}`)
  }, 180_000)
})
