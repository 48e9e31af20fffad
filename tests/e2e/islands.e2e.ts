import type { Page } from 'playwright-core'
import { z } from 'zod'
import { browserOfFile } from '../support/browser.ts'
import { openClient } from '../support/lakeClient.ts'
import { pages, siteUrl } from '../support/pages.ts'
import { waitFor } from '../support/waitFor.ts'

const visit = browserOfFile()

const colours = (page: Page) => page.getByRole('button', { name: /^Colours/ })
const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
const headline = (page: Page) => page.getByRole('heading', { level: 1 }).innerText()
const isKept = (page: Page, path: string) =>
  page.evaluate(async (wanted) => (await caches.keys()).some((name) => name.endsWith(` ${wanted}`)), path)
const whileKept = (page: Page, path: string, isWanted: boolean) =>
  waitFor(async () => expect(await isKept(page, path)).toBe(isWanted))

describe('a reader who comes back', () => {
  it('finds the colours that they chose, from the first paint on', async () => {
    await visit('theme', async (page) => {
      await page.goto(siteUrl(pages.front))
      const light = await ground(page)
      await colours(page).click()
      await colours(page).click()
      const dark = await ground(page)
      expect(dark).not.toBe(light)
      // Without the module only what stands in the head can have set it.
      await page.route('**/islands/**', (route) => route.abort())
      await page.goto(siteUrl(pages.country))
      expect(await ground(page)).toBe(dark)
      await page.emulateMedia({ media: 'print' })
      expect(await ground(page)).toBe('rgb(255, 255, 255)')
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light')
    })
  }, 60_000)

  it('reads a saved article offline, with its pictures, and is told of a page that was not saved', async () => {
    await visit('offline', async (page) => {
      await page.goto(siteUrl(pages.country))
      await page.goto(siteUrl(pages.article))
      await page.getByRole('button', { name: 'Save' }).click()
      await page.getByRole('link', { name: 'Saved1' }).waitFor()
      await whileKept(page, pages.article, true)
      await waitFor(async () => expect(await keptPictures(page)).toBeGreaterThan(0))
      const online = { headline: await headline(page), ground: await ground(page) }
      await page.context().setOffline(true)
      await page.goto(siteUrl(pages.article))
      expect({ headline: await headline(page), ground: await ground(page) }).toEqual(online)
      await page.goto(siteUrl(pages.category))
      await page.getByText('You are offline').waitFor()
      await page.getByRole('link', { name: online.headline }).waitFor()

      await page.context().setOffline(false)
      await page.goto(siteUrl('/saved'))
      await page.getByRole('button', { name: 'Remove all' }).click()
      await page.getByText('You have not saved anything yet').waitFor()
      await whileKept(page, '/saved', false)
    })
  }, 90_000)
})

describe('a breaking line', () => {
  it('leaves an open page in the moment in which it ends, and is not seen by the next reader either', async () => {
    const lake = openClient()
    const endsAt = new Date(Date.now() + 15_000).toISOString()
    const banner = { _id: 'banner-that-ends', _type: 'banner', text: 'This line ends soon', endsAt }
    await lake.createOrReplace(banner)
    await visit('breaking', async (page) => {
      const line = page.getByText(banner.text)
      await waitFor(async () => {
        await page.goto(siteUrl(pages.front))
        expect(await line.isVisible()).toBe(true)
      })
      await line.waitFor({ state: 'hidden' })
      expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(endsAt))
      await page.goto(siteUrl(pages.front))
      await line.waitFor({ state: 'hidden' })
    })
    await lake.delete(banner._id)
  }, 90_000)
})

const keptPictures = (page: Page) =>
  page.evaluate(async (path) => {
    const cache = await caches.open(`meridian-1 ${path}`)
    return (await cache.keys()).filter(({ url }) => url.includes('/images/')).length
  }, pages.article)

describe('a film from elsewhere', () => {
  it('asks nothing of the other house before it is wanted, and then takes the place that was kept for it', async () => {
    const { lake, path } = await articleWithFilm()
    for (const width of [360, 1280]) await visit('film', watch(path), { viewport: { width, height: 800 } })
    await lake.delete(FILM_ARTICLE)
  }, 60_000)
})

const FILM_ARTICLE = 'article-with-film'

/** A copy of an article of the newsroom with a film after its first section. */
async function articleWithFilm() {
  const lake = openClient()
  const path = `/articles/${FILM_ARTICLE}`
  const article = z
    .looseObject({ sections: z.array(z.looseObject({})) })
    .parse(
      await lake.fetch('*[_type == "article" && slug.current == $slug][0]', { slug: slugOf(pages.article) }),
    )
  const film = {
    _type: 'embed',
    _key: 'film',
    provider: 'youtube',
    url: 'https://www.youtube.com/watch?v=abcdefghijk',
    title: 'The council in session',
  }
  const [first = {}, ...rest] = article.sections
  await lake.createOrReplace({
    ...article,
    _id: FILM_ARTICLE,
    _type: 'article',
    slug: { _type: 'slug', current: FILM_ARTICLE },
    sections: [first, film, ...rest],
  })
  await waitFor(async () => expect((await fetch(siteUrl(path))).status).toBe(200))
  return { lake, path }
}

const slugOf = (path: string) => path.split('/').at(-1)

const watch = (path: string) => async (page: Page) => {
  const asked: string[] = []
  await page.route(
    ({ hostname }) => hostname !== 'localhost',
    (route) => {
      asked.push(route.request().url())
      return route.fulfill({ contentType: 'text/html', body: '<p>A film</p>' })
    },
  )
  await page.goto(siteUrl(path), { waitUntil: 'networkidle' })
  const film = page.locator('video-embed')
  const place = () => film.boundingBox()
  await film.scrollIntoViewIfNeeded()
  const before = await place()
  expect(asked).toEqual([])
  await film.getByRole('link').click()
  await film.locator('iframe').waitFor()
  expect(await place()).toEqual(before)
  expect(asked).toEqual(['https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1'])
}

describe('a reader by keyboard', () => {
  it('searches by suggestions', async () => {
    await visit('suggestions', async (page) => {
      await page.goto(siteUrl(pages.front))
      const field = page.getByRole('combobox', { name: 'Search' })
      await field.pressSequentially('nagorno')
      await page.getByRole('option').first().waitFor()
      await field.press('ArrowDown')
      expect(await page.locator('[role="option"][aria-selected="true"]').count()).toBe(1)
      await field.press('Enter')
      await page.waitForURL(/\/(?:articles|countries|topics|stories)\//)
    })
  }, 60_000)

  it('goes past the frame to the article, and through its points, always seeing where they are', async () => {
    await visit(
      'keyboard',
      async (page) => {
        await page.goto(siteUrl(pages.article))
        await page.keyboard.press('Tab')
        expect(await focused(page)).toMatchObject({ text: 'Skip to the content', isSeen: true })
        await page.keyboard.press('Enter')
        const seen = []
        for (let step = 0; step < 12; step += 1) {
          await page.keyboard.press('Tab')
          seen.push(await focused(page))
        }
        expect(seen.filter(({ isSeen }) => !isSeen)).toEqual([])
        expect(seen.map(({ text }) => text)).toEqual(expect.arrayContaining(['Share', 'Save']))
      },
      // Scrolling takes no time, so that what has the focus is on the screen at once.
      { reducedMotion: 'reduce' },
    )
  }, 60_000)
})

/** What has the focus, and whether it is on the screen with a mark around it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement ?? document.body
    const box = element.getBoundingClientRect()
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    const isOnScreen = box.width > 0 && box.bottom > 0 && box.top < innerHeight
    return {
      text: element.textContent?.trim(),
      isSeen: isOnScreen && outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
    }
  })

/** The menu's links that have a line below them. */
const marked = (page: Page) =>
  page.getByRole('navigation', { name: 'Sections', exact: true }).evaluate((menu) =>
    [...menu.querySelectorAll('a')].flatMap((link) => {
      const { borderBottomColor, borderBottomWidth } = getComputedStyle(link)
      return borderBottomColor === 'rgba(0, 0, 0, 0)' || borderBottomWidth === '0px' ? [] : link.innerText
    }),
  )

describe('without script', () => {
  it.each([
    [pages.front, []],
    [pages.article, ['Conflict']],
    [pages.country, ['Countries']],
    [pages.relation, ['Countries']],
    [pages.countries, ['Countries']],
    [pages.story, ['Stories']],
    [pages.stories, ['Stories']],
    [pages.latest, ['Latest']],
  ])(
    'the menu marks where %s belongs',
    async (path, names) => {
      await visit(
        'menu mark',
        async (page) => {
          await page.goto(siteUrl(path))
          expect(await marked(page)).toEqual(names)
        },
        { javaScriptEnabled: false },
      )
    },
    60_000,
  )

  it('no button is shown that does nothing, the menu opens, and the saved page says what it needs', async () => {
    await visit(
      'scriptless frame',
      async (page) => {
        await page.goto(siteUrl(pages.article))
        expect(await page.getByRole('button').locator('visible=true').count()).toBe(0)
        await page.getByText('Menu', { exact: true }).click()
        await page.getByRole('link', { name: 'Stories' }).locator('visible=true').first().click()
        await page.waitForURL('**/stories')
        await page.goto(siteUrl('/saved'))
        expect(await page.locator('main').innerText()).toContain('Saving needs JavaScript')
      },
      { javaScriptEnabled: false, viewport: { width: 360, height: 740 } },
    )
  }, 60_000)
})
