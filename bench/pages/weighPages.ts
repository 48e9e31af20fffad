import { type Browser, chromium } from 'playwright-core'
import { ClearError } from '../../scripts/setup/clearError.mjs'
import { findChromium } from '../../scripts/test/chromium.ts'
import { startNewsroom } from '../../tests/support/newsroom.ts'
import { compareServing } from './compareServing.ts'

/** A page of each kind that readers come to first. */
const paths = [
  '/',
  '/articles/azerbaijan-launches-operation-in-nagorno-karabakh',
  '/countries/armenia',
  '/countries',
  '/categories/conflict',
  '/search',
  '/search?q=government',
] as const

/** The screen that Lighthouse measures phones by. */
const phone = {
  viewport: { width: 412, height: 823 },
  deviceScaleFactor: 1.75,
  isMobile: true,
  hasTouch: true,
}

/** What the browser calls the kinds of what it fetches, and what we do. */
const kinds = {
  Document: 'HTML',
  Stylesheet: 'styles',
  Font: 'fonts',
  Script: 'scripts',
  Image: 'pictures',
} as const

/** What comes over the wire to a phone that has never been here, until the network is still and nobody has scrolled. */
export async function weighPages(): Promise<void> {
  const executablePath = findChromium()
  if (!executablePath)
    throw new ClearError('Weighing pages needs Chromium or Chrome: install one or name it with CHROME_PATH.')
  const newsroom = await startNewsroom()
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] })
  try {
    for (const [where, url] of [
      ['as readers get it', newsroom.siteUrl],
      ['from Next alone', newsroom.nextUrl],
    ]) {
      const rows: Record<string, Record<string, number>> = {}
      for (const path of paths) rows[path] = await weigh(browser, `${url}${path}`)
      console.log(
        `\nWhat a page weighs on a phone, first visit, ${where}: kB over the wire, compressed, with headers`,
      )
      console.table(rows)
    }
    await compareServing(newsroom, paths[1])
  } finally {
    await browser.close()
    await newsroom.close()
  }
}

async function weigh(browser: Browser, url: string): Promise<Record<string, number>> {
  const context = await browser.newContext(phone)
  const page = await context.newPage()
  const network = await context.newCDPSession(page)
  const kindOf = new Map<string, string>()
  const bytes = { HTML: 0, styles: 0, fonts: 0, scripts: 0, pictures: 0, other: 0 }
  let requests = 0
  network.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (!response.url.startsWith('data:')) kindOf.set(requestId, type)
  })
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const type = kindOf.get(requestId)
    if (type === undefined) return
    requests += 1
    bytes[isKind(type) ? kinds[type] : 'other'] += encodedDataLength
  })
  await network.send('Network.enable')
  await page.goto(url, { waitUntil: 'networkidle' })
  await context.close()
  const all = Object.values(bytes).reduce((sum, each) => sum + each, 0)
  const inKilobytes = Object.entries({ ...bytes, all }).map(([kind, sum]) => [
    kind,
    Math.round(sum / 100) / 10,
  ])
  return { ...Object.fromEntries(inKilobytes), requests }
}

const isKind = (type: string): type is keyof typeof kinds => type in kinds
