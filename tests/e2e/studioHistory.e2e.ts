import { browserOfFile } from '../support/browser.ts'
import { openClient } from '../support/lakeClient.ts'
import { getNewsroom } from '../support/sharedNewsroom.ts'
import { logIn } from '../support/studio.ts'
import {
  havePublished,
  pathOf,
  publishEdit,
  textField,
  untilShown,
  watchConsole,
} from '../support/studioJourney.ts'
import { waitFor } from '../support/waitFor.ts'

const visit = browserOfFile()

describe('an article’s history', () => {
  it('shows an old revision, and brings it back', async () => {
    const id = await havePublished('restore-journey', { headline: 'As it was first' })
    await publishEdit(id, { headline: 'As it was in the middle' })
    await publishEdit(id, { headline: 'As it is at last' })
    await untilShown(pathOf('restore-journey'), 'As it is at last')
    await visit('an old revision is restored', async (page) => {
      const errors = watchConsole(page.context())
      await logIn(page)
      await page.goto(`${getNewsroom().studioUrl}/intent/edit/id=${id};type=article/`)
      await textField(page, 'headline')
      await page.getByTestId('pane-context-menu-button').last().click()
      await page
        .getByRole('menuitem', { name: /history/i })
        .first()
        .click()
      const revisions = page.getByTestId('timeline-item-button')
      await revisions.nth(1).waitFor()
      await revisions.nth(1).click()
      const shown = await textField(page, 'headline')
      await waitFor(async () => expect(await shown.inputValue()).toBe('As it was in the middle'))

      await page.getByTestId('action-reverttorevision').click()
      await page.getByTestId('confirm-popover-confirm-button').click()
      await waitFor(async () =>
        expect((await openClient().getDocument(`drafts.${id}`))?.headline).toBe('As it was in the middle'),
      )
      await page.getByTestId('action-reverttorevision').waitFor({ state: 'detached' })
      const restored = await textField(page, 'headline')
      await waitFor(async () => expect(await restored.inputValue()).toBe('As it was in the middle'))
      await page.locator('[data-testid="action-publish"]:not([disabled]):not([data-disabled="true"])').click()
      await untilShown(pathOf('restore-journey'), 'As it was in the middle')
      expect(errors).toEqual([])
    })
  }, 180_000)
})
