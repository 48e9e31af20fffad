import type { BrowserContextOptions, Page } from 'playwright-core'
import { browserOfFile } from '../support/browser.ts'
import { pages, siteUrl } from '../support/pages.ts'
import { findUnreadable } from '../support/unreadable.ts'

const visit = browserOfFile()

/** As if the reader had set it in the browser: every length in rem and every breakpoint in em follows. */
const setLetters = async (page: Page, pixels: number) => {
  const session = await page.context().newCDPSession(page)
  await session.send('Page.setFontSizes', { fontSizes: { standard: pixels } })
}

const ways: [way: string, options: BrowserContextOptions, letters?: number][] = [
  ['on 320 px', { viewport: { width: 320, height: 700 } }],
  // What a browser makes of a window of 1280 × 900 when a reader zooms to 200 %.
  ['at 200 % zoom', { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 }],
  ['with letters at 200 %', { viewport: { width: 1280, height: 900 } }, 32],
  ['with letters at 200 % on a phone', { viewport: { width: 390, height: 844 } }, 32],
]
const everyPage = { ...pages, missing: '/articles/no-such-article' }

describe.each(ways)('a reader %s', (way, options, letters) => {
  it.concurrent.each(Object.entries(everyPage))(
    'has all of the %s page without scrolling sideways',
    async (name, path) => {
      await visit(
        `enlarged ${name} ${way}`,
        async (page) => {
          if (letters) await setLetters(page, letters)
          await page.goto(siteUrl(path))
          expect(await findUnreadable(page)).toEqual([])
        },
        options,
      )
    },
    60_000,
  )
})

it('would be told of a line that is cut off, and of a page that is too wide', async () => {
  await visit('enlarged control', async (page) => {
    await page.setContent(
      `<main style="overflow-x:clip"><p style="white-space:nowrap">${'a line without an end '.repeat(30)}</p></main>
       <p style="height:1em;overflow:hidden;width:5em">Three words here</p>
       <div style="overflow-x:auto"><p style="width:3000px">A table that scrolls ${'by itself '.repeat(99)}</p></div>`,
    )
    expect(await findUnreadable(page)).toEqual([
      expect.stringContaining('a line without an end'),
      'p: Three words here',
    ])
    await page.setContent('<p style="width:3000px">Wide</p>')
    expect(await findUnreadable(page)).toEqual(['the page is 3008 px wide on 1280'])
  })
}, 60_000)
