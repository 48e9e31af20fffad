/** @jest-environment jsdom */
import { wordsFor } from '../../../lib/format/words/wordsFor.ts'
import { type LitePage, liteDocument } from '../../../lib/lite/liteDocument.ts'
import { liteArticle, liteCategory, liteCountry, liteFront } from '../../../lib/lite/litePages.ts'
import { anArticle } from '../../fixtures/article.ts'
import { aCountry } from '../../fixtures/country.ts'
import { aCategoryPage, aFront, aSite } from '../../fixtures/front.ts'

const site = aSite()
const words = wordsFor('en')
const read = (page: LitePage) => new DOMParser().parseFromString(liteDocument(page, site, words), 'text/html')
const links = (page: Document) =>
  [...page.querySelectorAll('main a')].map((link) => link.getAttribute('href'))

describe('a lite page', () => {
  it.each([
    ['the front', liteFront(aFront(), site), '/'],
    ['an article', liteArticle(anArticle(), site), '/articles/operation'],
    ['a category', liteCategory(aCategoryPage(), site), '/categories/conflict'],
    ['a country', liteCountry(aCountry(), site, words), '/countries/armenia'],
  ])(
    'of %s has no script, loads nothing, and names the full page as the one to be found',
    (_, lite, href) => {
      const page = read(lite)
      expect(page.querySelectorAll('script, img, link[rel="stylesheet"], iframe, video')).toHaveLength(0)
      expect(page.querySelector('link[rel="canonical"]')?.getAttribute('href')).toBe(
        `https://news.example${href}`,
      )
      expect(page.querySelector('footer a')?.getAttribute('href')).toBe(href)
      expect(page.querySelectorAll('h1')).toHaveLength(1)
    },
  )

  it('keeps the address of each point of an article', () => {
    const page = read(liteArticle(anArticle(), site))
    expect(page.getElementById('p1')?.textContent).toContain('Shelling began shortly after noon.')
  })

  it('has links to pictures, by what they show', () => {
    const page = read(liteArticle(anArticle(), site))
    const picture = [...page.querySelectorAll('main a')].find((link) =>
      link.textContent?.includes('The Lachin road'),
    )
    expect(picture?.textContent).toBe('Picture: The Lachin road')
    expect(picture?.getAttribute('href')).toMatch(/^http:\/\/localhost:3333\/images\//)
  })

  it('leads on to lite pages, and to full ones where there is no other', () => {
    expect(links(read(liteArticle(anArticle(), site)))).toContain('/lite/countries/armenia')
    expect(links(read(liteFront(aFront(), site)))).toContain('/lite/articles/ceasefire')
    expect(links(read(liteArticle(anArticle(), site)))).toContain('https://example.org/statement')
  })

  it('speaks the language of the article in its direction', () => {
    const main = read(liteArticle(anArticle({ language: 'ar', direction: 'rtl' }), site)).querySelector(
      'main',
    )
    expect([main?.lang, main?.dir]).toEqual(['ar', 'rtl'])
  })

  it('keeps what an editor keeps from search engines', () => {
    const hidden = anArticle({ seo: { ...anArticle().seo, noIndex: true } })
    expect(read(liteArticle(hidden, site)).querySelector('meta[name="robots"]')).not.toBeNull()
    expect(read(liteArticle(anArticle(), site)).querySelector('meta[name="robots"]')).toBeNull()
  })

  it('shows a table as a table', () => {
    const cells = [...read(liteArticle(anArticle(), site)).querySelectorAll('td')].map(
      (cell) => cell.textContent,
    )
    expect(cells).toContain('68,000')
  })
})
