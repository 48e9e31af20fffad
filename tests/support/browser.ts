import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { findChromium } from '../../scripts/test/chromium.ts'

export const shots = join('.build', 'e2e')

const launch = () =>
  chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-dev-shm-usage'] })

/** A file's browser, from its first visit until its tests are done: tests that run side by side wait for no `beforeAll`. */
export function browserOfFile() {
  let opened: Promise<Browser> | undefined
  afterAll(async () => (await opened)?.close())

  /** Runs `visit` on a page of its own; where it fails, the page as it stood is kept as a picture. */
  return async (name: string, visit: (page: Page) => Promise<void>, options: BrowserContextOptions = {}) => {
    opened ??= launch()
    const browser = await opened
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
    context.setDefaultTimeout(30_000)
    const page = await context.newPage()
    try {
      await visit(page)
    } catch (error) {
      await keepPicture(page, name)
      throw error
    } finally {
      await context.close()
    }
  }
}

async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync(shots, { recursive: true })
  const path = join(shots, `${name.replace(/[^a-z0-9]+/gi, '-').toLowerCase()}.png`)
  await page.screenshot({ path, fullPage: true }).catch(() => {})
}
