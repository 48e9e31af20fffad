import type { Locator, Page } from 'playwright-core'
import { browserOfFile } from '../support/browser.ts'
import { openClient } from '../support/lakeClient.ts'
import { getNewsroom } from '../support/sharedNewsroom.ts'
import { logIn } from '../support/studio.ts'
import { havePublished, pathOf, textField, untilShown, watchConsole } from '../support/studioJourney.ts'
import { waitFor } from '../support/waitFor.ts'

const visit = browserOfFile()
const client = () => openClient()
const draftOf = (id: string) => client().getDocument(`drafts.${id}`)

const openForm = async (page: Page, id: string) => {
  await page.goto(`${getNewsroom().studioUrl}/intent/edit/id=${id};type=article/`)
  await textField(page, 'headline')
}
const publish = (page: Page) =>
  page.locator('[data-testid="action-publish"]:not([disabled]):not([data-disabled="true"])').click()

describe('a reference', () => {
  it('is found by typing, picked, and published', async () => {
    const id = await havePublished('reference-journey', { headline: 'In another category' })
    await visit('a reference is picked', async (page) => {
      const errors = watchConsole(page.context())
      await logIn(page)
      const pair = { draftId: `drafts.${id}`, publishedId: id }
      await client().action({
        actionType: 'sanity.action.document.edit',
        ...pair,
        patch: { unset: ['category'] },
      })
      await openForm(page, id)
      await page.getByTestId('group-tab-placement').click()
      const search = page.getByPlaceholder('Type to search').first()
      await search.click()
      await search.pressSequentially('confl')
      await page
        .getByTestId('autocomplete-popover')
        .getByRole('option', { name: /^Conflict/ })
        .click()
      await waitFor(async () => expect((await draftOf(id))?.category?._ref).toBe('category-conflict'))
      await publish(page)
      await untilShown('/categories/conflict', pathOf('reference-journey'))
      expect((await client().getDocument(id))?.category).toEqual({
        _type: 'reference',
        _ref: 'category-conflict',
      })
      expect(errors).toEqual([])
    })
  }, 180_000)
})

/** Drags from one place of an element to another; both are parts of its width and height. */
async function drag(
  page: Page,
  element: Locator,
  from: [number, number],
  to: [number, number],
): Promise<void> {
  const box = await element.boundingBox()
  if (!box) throw new Error('what is dragged on cannot be seen')
  const at = ([across, down]: [number, number]) =>
    [box.x + across * box.width, box.y + down * box.height] as const
  await page.mouse.move(...at(from))
  await page.mouse.down()
  await page.mouse.move(...at([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]), { steps: 5 })
  await page.mouse.move(...at(to), { steps: 5 })
  await page.mouse.up()
}

describe('a picture', () => {
  it('is cropped and given a hotspot, and readers are shown that part', async () => {
    const id = await havePublished('crop-journey', { headline: 'With a picture' })
    const addresses = (html: string) =>
      [...html.matchAll(/\/images\/meridian\/[^"'\s]+/g)].map(([address]) => address)
    const before = addresses(await untilShown(pathOf('crop-journey'), 'With a picture'))
    await visit('a picture is cropped', async (page) => {
      const errors = watchConsole(page.context())
      await logIn(page)
      await openForm(page, id)
      await page.getByTestId('options-menu-edit-details').first().click()
      // The drawing lies in a frame of its own, a little larger, on which the handles may reach out.
      const picture = page.getByRole('dialog').locator('svg svg').first()
      await picture.waitFor()
      await drag(page, picture, hotspotHandle, [0.62, 0.62])
      await drag(page, picture, [0.5, 0.5], [0.7, 0.6])
      await waitFor(async () => {
        const { hotspot } = (await draftOf(id))?.mainMedia ?? {}
        expect(hotspot?.width).toBeLessThan(0.6)
        expect(hotspot?.x).toBeGreaterThan(0.6)
      })
      await drag(page, picture, [0, 0], [0.25, 0.25])
      await waitFor(async () => {
        const { crop } = (await draftOf(id))?.mainMedia ?? {}
        expect(crop?.left).toBeGreaterThan(0.15)
        expect(crop?.top).toBeGreaterThan(0.15)
      })
      await page.getByRole('dialog').getByRole('button', { name: /close/i }).first().click()
      await publish(page)
      await waitFor(async () => {
        const after = addresses(await untilShown(pathOf('crop-journey'), 'With a picture'))
        expect(after.length).toBeGreaterThan(0)
        expect(after.some((address) => address.includes('rect=') && !before.includes(address))).toBe(true)
      })
      expect(errors).toEqual([])
    })
  }, 180_000)
})

/** Where the hotspot's circle is as long as it takes in all of the picture: at the ellipse's lower right. */
const hotspotHandle: [number, number] = [0.854, 0.854]
