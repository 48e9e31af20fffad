import { browserOfFile } from '../support/browser.ts'
import { pages, siteUrl } from '../support/pages.ts'

const visit = browserOfFile()

describe.each([
  ['with script', true],
  ['without script', false],
])('a reader %s', (mode, javaScriptEnabled) => {
  it('goes from the front to an article, a key point, a country, a category and back to an article', async () => {
    await visit(
      `reader ${mode}`,
      async (page) => {
        await page.goto(siteUrl(pages.front))
        const lead = page.locator('main a[href^="/articles/"]').first()
        await lead.click()
        await page.waitForURL('**/articles/**')
        expect(await page.locator('h1').count()).toBe(1)

        await page.goto(siteUrl(pages.article))
        const point = page.locator('main li[id]').first()
        const key = await point.getAttribute('id')
        await page.goto(siteUrl(`${pages.article}#${key}`))
        expect(await page.locator(`[id="${key}"]`).evaluate((element) => element.matches(':target'))).toBe(
          true,
        )

        await page.locator('main a[href="/countries/armenia"]').locator('visible=true').first().click()
        await page.waitForURL('**/countries/armenia')
        expect(await page.locator('h1').innerText()).toContain('Armenia')
        expect(await page.locator('main').innerText()).toContain('Yerevan')

        await page.locator('a[href="/categories/conflict"]').locator('visible=true').first().click()
        await page.waitForURL('**/categories/conflict')
        await page.locator('main a[href^="/articles/"]').first().click()
        await page.waitForURL('**/articles/**')
      },
      { javaScriptEnabled },
    )
  }, 120_000)

  it('reads the whole article: breadcrumb, standfirst, byline, points, fact boxes and what to read next', async () => {
    await visit(
      `article ${mode}`,
      async (page) => {
        await page.goto(siteUrl(pages.article))
        const breadcrumb = page.getByRole('navigation', { name: /breadcrumb/i })
        expect(await breadcrumb.getByRole('link').count()).toBeGreaterThanOrEqual(2)
        const words = await page.locator('main').innerText()
        for (const expected of ['Ines Halloran', 'ceasefire', 'Yerevan', 'Baku', 'UTC', 'Claimed']) {
          expect(words).toMatch(new RegExp(expected, 'i'))
        }
        expect(await page.locator('main li[id]').count()).toBeGreaterThan(5)
        expect(await page.locator('main figure img').first().getAttribute('alt')).toBeTruthy()
        expect(await page.locator('main a[href^="/articles/"]').count()).toBeGreaterThan(1)
      },
      { javaScriptEnabled },
    )
  }, 60_000)

  it('searches with a mistake, takes the correction, narrows it, takes that back and goes to a key point', async () => {
    await visit(
      `search ${mode}`,
      async (page) => {
        await page.goto(siteUrl('/search'))
        await page.locator('main input[name="q"]').fill('Azerbaijn treaty')
        await page.locator('main button[type="submit"]').click()
        await page.waitForURL('**/search?q=Azerbaijn+treaty')
        await page.locator('main').getByRole('link', { name: 'Azerbaijan treaty' }).click()
        await page.waitForURL('**/search?q=Azerbaijan+treaty')
        expect(await page.locator('main mark').count()).toBeGreaterThan(1)

        await page.goto(siteUrl('/search?q=Azerbaijan+treaty&country=armenia'))
        await page.getByRole('link', { name: 'Armenia: remove' }).click()
        await page.waitForURL('**/search?q=Azerbaijan+treaty')

        await page
          .locator('main a[href*="#"]', { has: page.locator('mark') })
          .first()
          .click()
        await page.waitForURL('**/articles/**#*')
        expect(await page.locator(':target').innerText()).toMatch(/azerbaijan|treaty/i)
      },
      { javaScriptEnabled },
    )
  }, 60_000)
})

describe('an address that nobody has', () => {
  it.each(['/articles/no-such-article', '/countries/atlantis', '/categories/none', '/no-such-page'])(
    '%s is a true 404 in words',
    async (path) => {
      const response = await fetch(siteUrl(path))
      expect(response.status).toBe(404)
      expect((await response.text()).match(/<h1[^>]*>([^<]+)/)?.[1]).toBeTruthy()
    },
  )
})
