import { marked } from 'marked'
import { articleMarkdown } from '../../../lib/feeds/articleMarkdown.ts'
import { anArticle } from '../../fixtures/article.ts'
import { aSite } from '../../fixtures/front.ts'

const html = (changes: Parameters<typeof anArticle>[0] = {}) =>
  marked.parse(articleMarkdown(anArticle(changes), aSite()), { async: false })

describe('the Markdown of an article', () => {
  it('begins with the headline, the standfirst, the byline and the address', () => {
    expect(html()).toMatch(
      /^<h1>Azerbaijan begins an operation in Nagorno-Karabakh<\/h1>\n<p>Fighting broke out at midday; both sides blame the other\.<\/p>\n<p>Ani Petrosyan and Leyla Mammadova · Tuesday 19 September 2023, 14:05 UTC · Updated 20 September 2023, 09:10 UTC<\/p>\n<p><a href="https:\/\/news\.example\/articles\/operation">/,
    )
  })

  it('says of each point how sure it is, who says it, and by which sources', () => {
    expect(html()).toContain(
      '<li>Shelling began shortly after noon. <em>(as of 19 September 2023)</em> (1)</li>',
    )
    expect(html()).toMatch(
      /<li><strong>Claimed<\/strong>: .*<em>\(Azerbaijan&#39;s defence ministry, as of .*\)<\/em> \(1\) \(2\)<\/li>/,
    )
  })

  it('has the sources in their order, as numbered', () => {
    expect(html()).toMatch(
      /<ol>\n<li><a href="https:\/\/example\.org\/statement">Statement<\/a>, Ministry of Defence, 19 September 2023<\/li>\n<li>News agency, September 2023<\/li>\n<\/ol>/,
    )
  })

  it('prints tables, quotations, timelines, pictures and corrections', () => {
    expect(html()).toMatch(/<th>Country<\/th>\n<th>Active soldiers<\/th>/)
    expect(html()).toMatch(/<blockquote>\n<p>We heard the first shells at noon\.<\/p>/)
    expect(html()).toContain('<li><strong>November 2020</strong>: The second war ends.</li>')
    expect(html()).toMatch(/<img src="http:[^"]+" alt="The Lachin road">/)
    expect(html()).toContain('An earlier version gave a wrong date.')
  })

  it('tells the facts of each country with the day they were checked', () => {
    expect(html()).toMatch(/<h2>Armenia<\/h2>\n<ul>\n<li><strong>[^<]+<\/strong>: /)
    expect(html()).toMatch(/checked [^)]*\d{4}\)<\/li>/)
  })

  it('takes no words of an article for Markdown', () => {
    const headline = '# 1. *Stars* and [links](javascript:alert) | `code` <script>alert(1)</script>'
    const [title] = html({ headline }).split('\n')
    expect(title).toBe(
      '<h1># 1. *Stars* and [links](javascript:alert) | `code` &lt;script&gt;alert(1)&lt;/script&gt;</h1>',
    )
  })
})
