import { checkEmbedUrl, checkHttps, checkLink, checkPath } from '../../../sanity/schema/rules/addresses.ts'
import { checkIso2, checkIso3, checkIsoNumeric } from '../../../sanity/schema/rules/countryCodes.ts'
import { checkLanguage } from '../../../sanity/schema/rules/language.ts'
import { isPartialDate } from '../../../sanity/schema/rules/partialDate.ts'
import { toPlainText } from '../../../sanity/schema/rules/plainText.ts'
import { checkSlug, toSlug } from '../../../sanity/schema/rules/slug.ts'

describe('a date as far as it is known', () => {
  it.each(['2023', '2023-09', '2023-09-19', '2024-02-29', '0988-07-28', '1900'])('takes %s', (date) => {
    expect(isPartialDate(date)).toBe(true)
  })

  it.each([
    '2023-13',
    '2023-00',
    '2023-02-29',
    '2023-09-31',
    '23',
    '2023-9-1',
    '19 September',
    '',
    '2023-09-19T10:00',
  ])('refuses %j', (date) => {
    expect(isPartialDate(date)).toBe(false)
  })
})

describe('the address of a page', () => {
  it('is made of the headline, without accents, apostrophes and signs', () => {
    expect(toSlug('  São Tomé’s  “new” port: what’s next? ')).toBe('sao-tomes-new-port-whats-next')
  })

  it('is cut between words at 96 characters', () => {
    const slug = toSlug('word '.repeat(40))
    expect(slug.length).toBeLessThanOrEqual(96)
    expect(slug.endsWith('word')).toBe(true)
  })

  it('is cut within a word where there is nothing else to cut', () => {
    expect(toSlug('a'.repeat(200))).toHaveLength(96)
  })

  it('that is made always passes the check', () => {
    expect(checkSlug({ current: toSlug('Ça suffit! 100% — “enough”') })).toBe(true)
  })

  it.each(['Peace-talks', 'peace talks', 'peace--talks', '-peace', 'peace/talks', 'é'])(
    'may not be %s',
    (current) => {
      expect(checkSlug({ current })).toMatch(/small letters/)
    },
  )

  it('may not be longer than 96 characters', () => {
    expect(checkSlug({ current: 'a'.repeat(97) })).toMatch(/Shorten/)
  })
})

describe('links', () => {
  it.each(['https://example.org/a', 'http://example.org', 'mailto:desk@example.org'])(
    'may go to %s',
    (href) => {
      expect(checkLink(href)).toBe(true)
    },
  )

  it.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://example.org', '/articles/x', 'example.org'])(
    'may not go to %s',
    (href) => {
      expect(checkLink(href)).toMatch(/whole address/)
    },
  )

  it('of sources and profiles are https only', () => {
    expect(checkHttps('https://example.org')).toBe(true)
    expect(checkHttps('http://example.org')).toMatch(/https/)
  })
})

describe('an embedded video', () => {
  it.each([
    ['youtube', 'https://www.youtube.com/watch?v=abc'],
    ['youtube', 'https://youtu.be/abc'],
    ['vimeo', 'https://vimeo.com/123'],
  ])('of %s may be at %s', (provider, url) => {
    expect(checkEmbedUrl(url, provider)).toBe(true)
  })

  it.each([
    ['youtube', 'https://vimeo.com/123'],
    ['youtube', 'https://www.youtube.com.evil.example/watch'],
    ['youtube', 'http://www.youtube.com/watch?v=abc'],
    ['vimeo', 'https://vimeo.com@evil.example/1'],
  ])('of %s may not be at %s', (provider, url) => {
    expect(checkEmbedUrl(url, provider)).toMatch(/not an https address at/)
  })

  it('needs a provider that the site knows', () => {
    expect(checkEmbedUrl('https://example.org', 'other')).toMatch(/provider first/)
  })
})

describe('a redirect', () => {
  it.each(['/articles/old', '/'])('may lead to %s', (path) => {
    expect(checkPath(path)).toBe(true)
  })

  it.each(['articles/old', '//evil.example', 'https://evil.example', '/a b', '/\\evil.example'])(
    'may not lead to %s',
    (path) => {
      expect(checkPath(path)).toMatch(/path on this site/)
    },
  )
})

describe('codes of a country', () => {
  it('are two capitals that some place has, three capitals and three digits', () => {
    expect([checkIso2('AM'), checkIso3('ARM'), checkIsoNumeric('051')]).toEqual([true, true, true])
  })

  it('are refused in other spellings', () => {
    expect(checkIso2('am')).toMatch(/capital/)
    expect(checkIso2('QX')).toMatch(/No country/)
    expect(checkIso3('AR')).toMatch(/capital/)
    expect(checkIsoNumeric('51')).toMatch(/zeros/)
  })
})

describe('the language of an article', () => {
  it('is a tag in its canonical spelling', () => {
    expect(checkLanguage('pt-BR')).toBe(true)
    expect(checkLanguage('PT-br')).toBe('Spell this language tag pt-BR.')
    expect(checkLanguage('in English')).toMatch(/language tag such as/)
  })
})

describe('the words of a text', () => {
  it('are its paragraphs in a row', () => {
    const paragraph = (...texts: string[]) => ({ children: texts.map((text) => ({ text })) })
    expect(toPlainText([paragraph('One ', 'two.'), paragraph('Three.')])).toBe('One two. Three.')
  })

  it('are none where nothing is written', () => {
    expect(toPlainText(undefined)).toBe('')
  })
})
