import { parseJson } from '../../../lake/http/parseJson.ts'

const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`

describe('JSON that somebody sends', () => {
  it.each([
    '{"a":[1,"[[[[",{"b":"\\"{{"}]}',
    '"\\\\"',
    '[]',
    'null',
    '{"a":"\\u005f"}',
    '{"proto":1,"constructor":2}',
    '{"a":1,"a":2}',
    '"\\ud800"',
  ])('is read as it stands: %s', (text) => {
    expect(parseJson(text, 'The body')).toEqual(JSON.parse(text))
  })

  it('nests 64 levels and no more', () => {
    expect(() => parseJson(nested(64), 'The body')).not.toThrow()
    expect(() => parseJson(nested(65), 'The body')).toThrow('more than 64 lists and objects')
  })

  it('is refused by its depth before anything is built of it', () => {
    expect(() => parseJson('['.repeat(10_000_000), 'The parameter $a')).toThrow('The parameter $a has more')
  })

  it('counts no brackets within strings', () => {
    expect(parseJson(JSON.stringify({ text: '['.repeat(100), 'a"[': '\\' }), 'The body')).toEqual({
      text: '['.repeat(100),
      'a"[': '\\',
    })
  })

  it.each(['{"a":[{"__proto__":{}}]}', '{"\\u005f_proto__":1}', '{"_\\u005Fproto__":1}'])(
    'has no key that stands for a prototype: %s',
    (text) => {
      expect(() => parseJson(text, 'The body')).toThrow('__proto__')
    },
  )

  it.each(['', '{', '[1,]', '"', '"\\', 'undefined'])('must be JSON: %s', (text) => {
    expect(() => parseJson(text, 'The body')).toThrow('The body is not valid JSON')
  })
})
