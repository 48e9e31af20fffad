import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import sharp from 'sharp'
import { z } from 'zod'
import { openClient } from '../tests/support/lakeClient.ts'
import { type RunningNewsroom, startNewsroom } from '../tests/support/newsroom.ts'
import { pages } from '../tests/support/pages.ts'
import { waitFor } from '../tests/support/waitFor.ts'
import { buildIfStale, portalBuild, studioBuild } from './build/builds.ts'
import { ClearError, endWith } from './setup/clearError.mjs'
import { root } from './setup/root.mjs'
import { findChromium } from './test/chromium.ts'

/** The pictures that the README shows, taken from the real pages. */
const pictures = [{ name: 'article', path: pages.article, viewport: { width: 1280, height: 1560 } }]

try {
  await takePictures(process.argv.includes('--all'))
} catch (error) {
  endWith(error)
}

/** With `all`, every kind of page in both schemes and three widths goes to `.build/screenshots`, to be looked at. */
async function takePictures(all: boolean): Promise<void> {
  const executablePath = findChromium()
  if (!executablePath)
    throw new ClearError('Pictures need Chromium or Chrome: install one or name it with CHROME_PATH.')
  await buildIfStale(studioBuild())
  await buildIfStale(portalBuild())
  const newsroom = await startNewsroom()
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] })
  try {
    for (const shot of all
      ? everyPage(await withdrawOne(newsroom))
      : pictures.map((picture) => ({ ...picture, file: `docs/images/${picture.name}.png` }))) {
      const colorScheme = 'colorScheme' in shot ? shot.colorScheme : 'light'
      const page = await browser.newPage({ viewport: shot.viewport, colorScheme, deviceScaleFactor: 1 })
      await page.goto(`${newsroom.siteUrl}${shot.path}`, { waitUntil: 'networkidle' })
      const path = join(root, shot.file)
      mkdirSync(join(path, '..'), { recursive: true })
      if (all) await loadPictures(page)
      const picture = await page.screenshot({ fullPage: all })
      await sharp(picture).png({ palette: true, quality: 90 }).toFile(path)
      await page.close()
      console.log(shot.file)
    }
  } finally {
    await browser.close()
    await newsroom.close()
  }
}

/** What is further down is laid out, and its pictures are fetched, when it comes near the screen. */
async function loadPictures(page: Page): Promise<void> {
  await page.addStyleTag({ content: '[data-first-screen] { content-visibility: visible }' })
  for (const picture of await page.locator('main img').all()) await picture.scrollIntoViewIfNeeded()
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => window.scrollTo(0, 0))
}

/** Takes an article that nothing leads to from the pictures' own newsroom, so that the note in its place can be seen. */
async function withdrawOne(newsroom: RunningNewsroom): Promise<string> {
  const lake = openClient(newsroom)
  const article = z
    .object({ _id: z.string(), slug: z.string() })
    .parse(
      await lake.fetch(
        '*[_type == "article" && count(*[references(^._id)]) == 0][0]{_id, "slug": slug.current}',
      ),
    )
  const path = `/articles/${article.slug}`
  await lake.delete(article._id)
  await waitFor(async () => {
    if ((await fetch(`${newsroom.siteUrl}${path}`)).status !== 410) throw new Error(`${path} is still there`)
  })
  return path
}

function everyPage(withdrawn: string) {
  const paths = { ...pages, standards: '/standards', missing: '/articles/no-such-article', withdrawn }
  const widths = {
    '360': { width: 360, height: 740 },
    '768': { width: 768, height: 1024 },
    '1440': { width: 1440, height: 900 },
  }
  return Object.entries(paths).flatMap(([name, path]) =>
    Object.entries(widths).flatMap(([width, viewport]) =>
      (['light', 'dark'] as const).map((colorScheme) => ({
        file: `.build/screenshots/${name}-${width}-${colorScheme}.png`,
        path,
        viewport,
        colorScheme,
      })),
    ),
  )
}
