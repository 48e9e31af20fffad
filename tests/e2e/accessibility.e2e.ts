import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { browserOfFile } from '../support/browser.ts'
import { pages, siteUrl } from '../support/pages.ts'

const visit = browserOfFile()

const screens = [
  ['wide', { width: 1280, height: 900 }],
  ['360 px', { width: 360, height: 740 }],
] as const
/** Two views say most of what four do: each width and each scheme once. */
const inAllViews = ['front', 'article']
const cases = Object.entries(pages).flatMap(([name, path]) =>
  screens.flatMap(([screen, viewport]) =>
    (['light', 'dark'] as const)
      .filter((scheme) => inAllViews.includes(name) || (screen === 'wide') === (scheme === 'light'))
      .map((scheme) => ({ name, path, screen, viewport, scheme })),
  ),
)

/** In the way that opens no second page for the result: no page of ours holds another one in a frame. */
const findViolations = async (page: Page) =>
  (await new AxeBuilder({ page }).setLegacyMode().analyze()).violations

describe('no page shuts a reader out', () => {
  it.concurrent.each(cases)(
    'the $name page, $screen, $scheme, has no violation',
    async ({ name, path, viewport, scheme, screen }) => {
      await visit(
        `axe ${name} ${screen} ${scheme}`,
        async (page) => {
          await page.goto(siteUrl(path))
          const violations = await findViolations(page)
          expect(
            violations.map(({ id, help, nodes }) => ({
              id,
              help,
              where: nodes.map(({ target }) => target.join(' ')),
            })),
          ).toEqual([])
        },
        { viewport, colorScheme: scheme },
      )
    },
    60_000,
  )

  it('lets the missing page be read too', async () => {
    await visit('axe 404', async (page) => {
      await page.goto(siteUrl('/articles/no-such-article'))
      const violations = await findViolations(page)
      expect(violations.map(({ id }) => id)).toEqual([])
    })
  }, 60_000)
})
