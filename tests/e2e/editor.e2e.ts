import type { Page } from 'playwright-core'
import { browserOfFile } from '../support/browser.ts'
import { openClient } from '../support/lakeClient.ts'
import { pages, siteUrl } from '../support/pages.ts'
import { logIn, openArticle } from '../support/studio.ts'
import { waitFor } from '../support/waitFor.ts'

const visit = browserOfFile()
const articleId = 'article-azerbaijan-launches-operation-in-nagorno-karabakh'

const read = async (path: string) => (await fetch(siteUrl(path))).text()

/** Publishes and resolves when the Studio has let go of the button. */
async function publish(page: Page): Promise<void> {
  const button = page.getByTestId('action-publish')
  await page.locator('[data-testid="action-publish"]:not([disabled]):not([data-disabled="true"])').waitFor()
  await button.click()
}

describe('an editor at the desk', () => {
  it('logs in, changes a headline, publishes, and sees it on the public page', async () => {
    await visit('editor publishes', async (page) => {
      await logIn(page)
      const headline = await openArticle(page, articleId)
      const before = await headline.inputValue()
      await read(pages.article)
      const changed = `${before.slice(0, 80)} (${Date.now()})`
      await headline.fill(changed)
      await page.locator('[data-testid="action-publish"]:not([disabled])').waitFor()

      const clicked = performance.now()
      await publish(page)
      await waitFor(async () => expect(await read(pages.article)).toContain(changed))
      const seconds = ((performance.now() - clicked) / 1000).toFixed(2)
      process.stdout.write(`From the click on Publish to the public page: ${seconds} s\n`)
      await waitFor(async () => expect(await read(pages.category)).toContain(changed))
      await waitFor(async () => expect(await read(pages.country)).toContain(changed))

      await headline.fill(before)
      await publish(page)
      await waitFor(async () => expect(await read(pages.article)).not.toContain(changed))
    })
  }, 180_000)

  it('sees in one tab what is written in another', async () => {
    await visit('two tabs', async (page) => {
      await logIn(page)
      const first = await openArticle(page, articleId)
      const other = await page.context().newPage()
      const second = await openArticle(other, articleId)
      const before = await first.inputValue()
      await second.fill(`${before.slice(0, 80)} in two tabs`)
      await page.bringToFront()
      await waitFor(async () => expect(await first.inputValue()).toContain('in two tabs'))
      await openClient().delete(`drafts.${articleId}`)
      await waitFor(async () => expect(await first.inputValue()).toBe(before))
    })
  }, 180_000)

  it('uploads a picture into an article', async () => {
    const client = openClient()
    const id = 'article-of-the-upload-journey'
    await client.createOrReplace({ _id: `drafts.${id}`, _type: 'article', headline: 'A picture to come' })
    await visit('upload', async (page) => {
      await logIn(page)
      await openArticle(page, id)
      const field = await openMainMedia(page)
      await field.locator('input[type="file"]').first().setInputFiles('tests/e2e/fixtures/two-tone.png')
      await waitFor(async () => {
        const stored = await client.getDocument(`drafts.${id}`)
        expect(stored?.mainMedia?.asset?._ref).toMatch(/^image-[0-9a-f]{40}-\d+x\d+-png$/)
      })
    })
    await client.delete(`drafts.${id}`)
  }, 180_000)

  it('takes an article down: its page is gone and no list names it', async () => {
    const client = openClient()
    const id = 'article-of-the-take-down-journey'
    const stored = await client.getDocument(articleId)
    const slug = { _type: 'slug', current: 'to-be-taken-down' }
    await client.create({
      ...stored,
      _id: id,
      _type: 'article',
      headline: 'An article to be taken down',
      slug,
    })
    await waitFor(async () =>
      expect(await read('/articles/to-be-taken-down')).toContain('An article to be taken down'),
    )
    await waitFor(async () => expect(await read(pages.category)).toContain('/articles/to-be-taken-down'))
    await visit('unpublish', async (page) => {
      await logIn(page)
      await openArticle(page, id)
      await page.getByTestId('action-menu-button').locator('visible=true').first().click()
      await page
        .getByTestId('action-unpublish')
        .or(page.getByRole('menuitem', { name: /unpublish/i }))
        .first()
        .click()
      await page
        .getByTestId('confirm-button')
        .or(page.getByRole('button', { name: /unpublish/i }).last())
        .first()
        .click()
      await waitFor(async () =>
        expect([404, 410]).toContain((await fetch(siteUrl('/articles/to-be-taken-down'))).status),
      )
      await waitFor(async () =>
        expect(await read(pages.category)).not.toContain('/articles/to-be-taken-down'),
      )
    })
    await client.delete(`drafts.${id}`)
  }, 180_000)
})

/** The picture stands in a group of its own on the article's form, where the form has groups. */
async function openMainMedia(page: Page) {
  const field = page.getByTestId('field-mainMedia')
  if (!(await field.isVisible()))
    await page
      .getByRole('tab', { name: /picture|media|all/i })
      .first()
      .click()
  await field.waitFor()
  return field
}
