import { createHash } from 'node:crypto'
import { finishPage } from '../../../edge/finishPage.ts'

const theme = 'document.documentElement.dataset.theme = "dark" // </p> & <b>'
const policy = `script-src 'self' 'sha256-${createHash('sha256').update(theme).digest('base64')}'`
const page = (head: string, body = '') =>
  `<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/>${head}</head><body>${body}</body></html>`

const islands = '<script type="module" async="" src="/islands/islands-1.js"></script>'
const data = '<script type="application/ld+json">{"headline":"A < B & C"}</script>'
const styles = '<link rel="stylesheet" href="/_next/static/a.css" data-precedence="next"/>'
const font = '<link rel="preload" href="/fonts/a.woff2" as="font" crossorigin="" type="font/woff2"/>'

describe('a finished page', () => {
  it('keeps styles, fonts, islands, data and the script that the policy names, letter by letter', async () => {
    const html = page(
      [styles, font, islands, `<script>${theme}</script>`].join(''),
      `<p>A &amp; B</p>${data}`,
    )
    expect(await finishPage(html, policy)).toBe(html)
  })

  it.each([
    ["a file of Next's", '<script src="/_next/static/a.js" async=""></script>'],
    ["a file of Next's for old browsers", '<script src="/_next/static/a.js" noModule=""></script>'],
    ['the page as data for React', '<script>self.__next_f.push([1,"</p><b>\\u003c/script>"])</script>'],
    ['what starts React', '<script id="_R_">(globalThis["TURBOPACK"]||[]).push({})</script>'],
    ['a script of an unknown hand', '<script>alert(1)</script>'],
    ['one that says its type', '<script type="text/javascript">alert(1)</script>'],
    ['a module', '<script type="MODULE">alert(1)</script>'],
    [
      'a script that is loaded early',
      '<link rel="preload" as="script" fetchPriority="low" href="/_next/a.js"/>',
    ],
    ['a module that is loaded early', '<link rel="modulepreload" href="/_next/a.js"/>'],
    ["React's marks", '<!--$--><!--/$--><!-- -->'],
  ])('goes without %s', async (_what, left) => {
    expect(await finishPage(page(styles + left, `<p>One</p>${left}<p>Two</p>`), policy)).toBe(
      page(styles, '<p>One</p><p>Two</p>'),
    )
  })

  it('takes a script in an attribute or a text for what it is', async () => {
    const html = page('', '<p title="<script src=/_next/a.js>">&lt;script>self.__next_f&lt;/script></p>')
    expect(await finishPage(html, policy)).toBe(html)
  })

  it.each([
    '<!DOCTYPE html><html><body><p>Half',
    '<html><body><script>self.__next_f.push("</body></html>',
    '',
  ])('is none where the end is missing: %s', async (html) =>
    expect(await finishPage(html, policy)).toBeUndefined(),
  )
})
