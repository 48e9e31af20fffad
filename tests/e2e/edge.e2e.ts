import type { Page } from 'playwright-core'
import { browserOfFile } from '../support/browser.ts'
import { openClient } from '../support/lakeClient.ts'
import { pages, siteUrl } from '../support/pages.ts'
import { getNewsroom } from '../support/sharedNewsroom.ts'
import { waitFor } from '../support/waitFor.ts'

const visit = browserOfFile()
const nextUrl = (path: string) => `${getNewsroom().nextUrl}${path}`

const addresses = [
  ...Object.entries(pages),
  ['missing', '/nothing-stands-here'],
  ['lite', '/lite'],
  ['lite article', `/lite${pages.article}`],
] as const

describe.each(addresses)('the page %s', (_name, path) => {
  it("has no script of Next's, and a policy that lets no other script within it run than ours", async () => {
    const answer = await fetch(siteUrl(path))
    const html = await answer.text()
    expect(html).toMatch(/<\/html>\s*$/)
    expect(html).not.toMatch(/<script[^>]*\/_next\/|<link[^>]*as="script"|__next_f|TURBOPACK|<!--/)
    const scripts = /script-src ([^;]*)/.exec(answer.headers.get('content-security-policy') ?? '')?.[1]
    expect(scripts).toMatch(/^'self' 'sha256-[^' ]+'$/)
    expect(answer.headers.get('x-meridian-policy')).toBeNull()
  })
})

/** What the browser complains of, and whether the islands have woken. */
const lookAt = async (page: Page, url: string) => {
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(url)
  await page.getByRole('button', { name: /^Colours/ }).waitFor()
  await page.getByRole('combobox', { name: 'Search' }).first().waitFor()
  return complaints
}

describe.each([
  ['through the edge', siteUrl],
  ['of Next alone', nextUrl],
])('a page %s', (where, urlOf) => {
  it.each(['front', 'article', 'countries', 'search'] as const)('%s has islands that work', async (name) => {
    await visit(`islands ${where} ${name}`, async (page) => {
      expect(await lookAt(page, urlOf(pages[name]))).toEqual([])
      await page.getByRole('button', { name: /^Colours/ }).click()
      expect(await page.locator('html').getAttribute('data-theme')).toMatch(/light|dark/)
    })
  })
})

it('shows what was published, and then asks Next no more than once in a second', async () => {
  const lake = openClient()
  const id = await lake.fetch<string>('*[_type == "topic" && slug.current == $slug][0]._id', {
    slug: 'nagorno-karabakh',
  })
  const titleOf = async (url: string) => /<h1[^>]*>(.*?)<\/h1>/.exec(await (await fetch(url)).text())?.[1]
  const before = await titleOf(siteUrl(pages.topic))
  const { title } = await lake.getDocument(id).then((found) => ({ title: found?.title }))
  await lake.patch(id).set({ title: 'A title through the edge' }).commit()
  await waitFor(async () => expect(await titleOf(siteUrl(pages.topic))).toContain('A title through the edge'))
  expect(await titleOf(nextUrl(pages.topic))).toContain('A title through the edge')
  await lake.patch(id).set({ title }).commit()
  await waitFor(async () => expect(await titleOf(siteUrl(pages.topic))).toBe(before))
  await waitFor(async () => {
    const [, again] = [await fetch(siteUrl(pages.topic)), await fetch(siteUrl(pages.topic))]
    expect(again.headers.get('cache-status')).toBe('edge; hit')
  })
}, 60_000)
