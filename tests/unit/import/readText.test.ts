import { readText } from '../../../scripts/import/readText.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('reading the bytes of a file', () => {
  it('reads UTF-8 with or without its mark, and the line ends of every system', () => {
    expect(readText(bytes('\uFEFFone\r\ntwo\rthree\n'))).toBe('one\ntwo\nthree\n')
  })

  it('reads UTF-16 and the encoding of old Windows programs', () => {
    expect(readText(new Uint8Array([0xff, 0xfe, 0x41, 0x00, 0x42, 0x00]))).toBe('AB')
    expect(readText(new Uint8Array([0x93, 0x41, 0x94, 0x20, 0xe9]))).toBe('“A” é')
  })

  it.each([
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), /not plain text/],
    ['nothing', bytes(' \n\n'), /empty/],
    ['a web page', bytes('<!doctype html><title>x</title>'), /HTML/],
    ['a piece of a web page', bytes('<p>a</p>\n<p>b</p>\n<p>c</p>\n'), /HTML/],
    ['RTF', bytes('{\\rtf1\\ansi Hello}'), /RTF/],
    ['JSON', bytes('{"headline": "x"}\n'), /JSON/],
  ])('refuses %s in words', (_what, content, words) => {
    expect(() => readText(content)).toThrow(words)
  })
})
