import type { Locator, Page } from 'playwright-core'
import { browserOfFile } from '../support/browser.ts'
import { openClient } from '../support/lakeClient.ts'
import { getNewsroom } from '../support/sharedNewsroom.ts'
import { logIn } from '../support/studio.ts'
import { havePublished, pathOf, textField, untilShown, watchConsole } from '../support/studioJourney.ts'
import { waitFor } from '../support/waitFor.ts'

const visit = browserOfFile()
const client = () => openClient()
// The dialogues take times as the browser's place writes them.
const inUtc = { timezoneId: 'UTC', locale: 'en-US' }

const releasePage = /\/releases\/(r\w+)/

/** Makes a release on the Studio's own page. Answers its name. */
async function makeRelease(page: Page, title: string): Promise<string> {
  await page.goto(`${getNewsroom().studioUrl}/releases`)
  const button = page
    .getByTestId('create-new-release-button')
    .or(page.getByRole('button', { name: /new release/i }))
  const name = page.getByTestId('release-form-title')
  // The Studio builds the page anew when it has read the releases, and the dialogue that stood over it is gone.
  await waitFor(async () => {
    if (releasePage.test(page.url())) return
    if (!(await name.isVisible())) await button.first().click()
    await name.fill(title, { timeout: 5_000 })
    await page.getByTestId('submit-release-button').press('Enter', { timeout: 5_000 })
    await page.waitForURL(releasePage, { timeout: 10_000 })
  }, 60_000)
  return releasePage.exec(page.url())?.[1] ?? ''
}

/** Opens a menu or a question and chooses, until what that opens is there. As above, each may be swept away. */
async function chooseInMenu(button: Locator, choice: Locator, opened?: Locator): Promise<void> {
  await waitFor(async () => {
    if (await opened?.isVisible()) return
    if (!(await choice.isVisible())) await button.click({ timeout: 5_000 })
    await choice.press('Enter', { timeout: 5_000 })
    await opened?.waitFor({ timeout: 5_000 })
  }, 60_000)
}

/** Opens an article as the release has it, takes it in and writes another headline. */
async function addToRelease(page: Page, release: string, id: string, headline: string): Promise<void> {
  await page.goto(
    `${getNewsroom().studioUrl}/intent/edit/id=${encodeURIComponent(id)};type=article/?perspective=${release}`,
  )
  await textField(page, 'headline')
  await page
    .getByRole('button', { name: /add to release/i })
    .first()
    .click()
  await page
    .getByRole('button', { name: /add to release/i })
    .first()
    .waitFor({ state: 'detached' })
  const field = await textField(page, 'headline')
  await field.fill(headline)
  await waitFor(async () =>
    expect((await client().getDocument(`versions.${release}.${id}`))?.headline).toBe(headline),
  )
}

async function openRelease(page: Page, release: string, headline: string): Promise<void> {
  await page.goto(`${getNewsroom().studioUrl}/releases/${release}`)
  await page.getByTestId('document-table-card').getByText(headline).first().waitFor()
}

/** The next full minute that leaves a hand the time to confirm it; dialogues know no seconds. */
const soon = () => new Date(Math.ceil((Date.now() + 8_000) / 60_000) * 60_000)
const written = (time: Date) => {
  const month = time.toLocaleString('en-US', { month: 'short', timeZone: 'UTC' })
  return `${month} ${time.getUTCDate()}, ${time.getUTCFullYear()} ${time.toISOString().slice(11, 16)}`
}

async function chooseTime(page: Page): Promise<Date> {
  const input = page.getByTestId('date-input')
  await input.waitFor()
  const time = soon()
  await input.fill(written(time))
  await input.press('Tab')
  await page.locator('[data-testid="confirm-button"]:not([disabled]):not([data-disabled="true"])').click()
  return time
}

describe('releases at the desk', () => {
  it('are made, filled and run, and readers see all of them at once', async () => {
    const id = await havePublished('run-journey', { headline: 'Before the release runs' })
    await untilShown(pathOf('run-journey'), 'Before the release runs')
    await visit(
      'a release runs',
      async (page) => {
        const errors = watchConsole(page.context())
        await logIn(page)
        const release = await makeRelease(page, 'Run at once')
        await addToRelease(page, release, id, 'Published by a release')
        await untilShown(pathOf('run-journey'), 'Before the release runs')
        await openRelease(page, release, 'Published by a release')
        await chooseInMenu(
          page.locator('[data-testid="publish-all-button"]:not([disabled]):not([data-disabled="true"])'),
          page.getByTestId('confirm-button'),
        )
        await untilShown(pathOf('run-journey'), 'Published by a release')
        await page.getByText(/published successfully/i).waitFor()
        expect(await client().getDocument(`_.releases.${release}`)).toMatchObject({ state: 'published' })
        expect(errors).toEqual([])
      },
      inUtc,
    )
  }, 180_000)

  it('are scheduled, locked until their time, and published by the lake’s clock', async () => {
    const id = await havePublished('scheduled-journey', { headline: 'Before its time' })
    await visit(
      'a release is scheduled',
      async (page) => {
        const errors = watchConsole(page.context())
        await logIn(page)
        const release = await makeRelease(page, 'Scheduled')
        await addToRelease(page, release, id, 'Published on time')
        await openRelease(page, release, 'Published on time')
        await chooseInMenu(
          page.getByTestId('release-menu-button'),
          page.getByTestId('schedule-button-menu-item'),
          page.getByTestId('date-input'),
        )
        const time = await chooseTime(page)
        await page.getByTestId('release-lock-icon').waitFor()
        expect(await client().getDocument(`_.releases.${release}`)).toMatchObject({
          state: 'scheduled',
          publishAt: time.toISOString(),
        })
        await untilShown(pathOf('scheduled-journey'), 'Before its time')

        await untilShown(pathOf('scheduled-journey'), 'Published on time', 90_000)
        expect(Date.now()).toBeGreaterThanOrEqual(time.getTime())
        await page.getByText(/published successfully/i).waitFor()
        expect(errors).toEqual([])
      },
      inUtc,
    )
  }, 240_000)

  it('of one draft are scheduled from the article itself', async () => {
    const id = await havePublished('draft-journey', { headline: 'Before the draft' })
    await visit(
      'a draft is scheduled',
      async (page) => {
        const errors = watchConsole(page.context())
        await logIn(page)
        await page.goto(`${getNewsroom().studioUrl}/intent/edit/id=${id};type=article/`)
        const headline = await textField(page, 'headline')
        await headline.fill('A draft on time')
        await waitFor(async () =>
          expect((await client().getDocument(`drafts.${id}`))?.headline).toBe('A draft on time'),
        )
        await chooseInMenu(
          page.getByTestId('action-menu-button').locator('visible=true').last(),
          page.getByTestId('action-Schedulepublish'),
          page.getByTestId('date-input'),
        )
        await chooseTime(page)
        await page.getByTestId('scheduled-release-banner').waitFor()
        await untilShown(pathOf('draft-journey'), 'A draft on time', 90_000)
        expect(errors).toEqual([])
      },
      inUtc,
    )
  }, 240_000)
})
