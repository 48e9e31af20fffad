import { parseInline } from '../../../scripts/newsroom/documents/inlineNotation.ts'

describe('the light notation of seed texts', () => {
  it('keeps plain text as one span without marks', () => {
    expect(parseInline('A ceasefire holds.')).toEqual({
      children: [{ _type: 'span', _key: 't1', text: 'A ceasefire holds.', marks: [] }],
      markDefs: [],
    })
  })

  it('prints two stars as strong and one as emphasis, also within one another', () => {
    const { children } = parseInline('The **ship *Ever Given* is** free')
    expect(children.map(({ text, marks }) => [text, marks])).toEqual([
      ['The ', []],
      ['ship ', ['strong']],
      ['Ever Given', ['strong', 'em']],
      [' is', ['strong']],
      [' free', []],
    ])
  })

  it('turns an address in brackets into a link', () => {
    const { children, markDefs } = parseInline(
      'See the [charter](https://www.un.org/en/about-us/un-charter).',
    )
    expect(markDefs).toEqual([
      { _type: 'link', _key: 'm1', href: 'https://www.un.org/en/about-us/un-charter' },
    ])
    expect(children[1]).toMatchObject({ text: 'charter', marks: ['m1'] })
  })

  it('mentions countries and articles by their documents', () => {
    const { children, markDefs } = parseInline(
      '**[[country:armenia|Armenia]]** and [[article:a-b|the report]]',
    )
    expect(markDefs.map((mark) => mark._type === 'mention' && mark.document._ref)).toEqual([
      'country-armenia',
      'article-a-b',
    ])
    expect(children[0]).toMatchObject({ text: 'Armenia', marks: ['strong', 'm1'] })
  })

  it('gives the same keys to the same text', () => {
    const text = 'A **claim** by [[country:iran|Iran]]'
    expect(parseInline(text)).toEqual(parseInline(text))
  })

  it('folds line breaks and lets a backslash keep a sign', () => {
    expect(parseInline('two\n  lines, \\*not\\* emphasis').children).toMatchObject([
      { text: 'two lines, *not* emphasis' },
    ])
  })

  it('keeps the spaces that hold words and signs together', () => {
    const [span] = parseInline('1\u202f500 soldats\n  tout de suite\u00a0: «\u00a0oui\u00a0»').children
    expect(span?.text).toBe('1\u202f500 soldats tout de suite\u00a0: «\u00a0oui\u00a0»')
  })

  it.each([
    ['**strong', 'strong is opened and not closed'],
    ['[x](http://example.org)', 'not an https address'],
    ['[x](javascript:alert)', 'not an https address'],
    ['[[region:karabakh|x]]', 'does not begin a mention'],
    ['   ', 'there is no text'],
  ])('refuses %s', (text, message) => {
    expect(() => parseInline(text)).toThrow(message)
  })
})
