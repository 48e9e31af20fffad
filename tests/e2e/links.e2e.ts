import { checkLinks } from '../../scripts/links/checkLinks.ts'
import { getNewsroom } from '../support/sharedNewsroom.ts'

describe('the whole site', () => {
  it('has no dead link, from the front to the last picture and place on a page', async () => {
    const { siteUrl, studioUrl } = getNewsroom()
    const { dead, pages, files, external } = await checkLinks(siteUrl, [studioUrl])
    expect(dead).toEqual([])
    // Every article and country, and a picture of each: less would mean that it did not get far.
    expect(pages).toBeGreaterThan(300)
    expect(files).toBeGreaterThan(150)
    expect(external.size).toBeGreaterThan(20)
  }, 300_000)
})
