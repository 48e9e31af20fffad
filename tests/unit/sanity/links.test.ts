import { isAllowedEmbed, isAllowedLink } from '../../../sanity/allowedAddresses.ts'
import { unsafeLinksIn } from '../../../sanity/queries/parts/links.ts'

describe('a link', () => {
  it.each(['https://example.org/a', 'http://example.org', 'mailto:desk@example.org'])('may be %s', (href) => {
    expect(isAllowedLink(href)).toBe(true)
  })

  it.each([
    'javascript:alert(1)',
    ' JaVaScript:alert(1)',
    'data:text/html,x',
    'file:///etc',
    '//evil',
    '',
    'about',
  ])('may not be %p', (href) => {
    expect(isAllowedLink(href)).toBe(false)
  })

  it('is found wherever it hides in a document', () => {
    const bad = { _type: 'link', _key: 'l', href: 'javascript:x' }
    const document = {
      closing: [{ markDefs: [{ _type: 'link', _key: 'a', href: 'https://a.example' }, bad] }],
    }
    expect(unsafeLinksIn(document)).toEqual([{ field: 'closing[0].markDefs[1].href', href: 'javascript:x' }])
  })
})

describe('an embed', () => {
  it('may come from its provider', () => {
    expect(isAllowedEmbed('youtube', 'https://www.youtube.com/watch?v=1')).toBe(true)
    expect(isAllowedEmbed('vimeo', 'https://player.vimeo.com/video/1')).toBe(true)
  })

  it('may not come from anybody else, nor unencrypted', () => {
    expect(isAllowedEmbed('youtube', 'https://youtube.com.evil.example/1')).toBe(false)
    expect(isAllowedEmbed('youtube', 'https://vimeo.com/1')).toBe(false)
    expect(isAllowedEmbed('youtube', 'http://youtube.com/1')).toBe(false)
    expect(isAllowedEmbed('vimeo', 'https://www.tiktok.com/@a/video/1')).toBe(false)
  })
})
