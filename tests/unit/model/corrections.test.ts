import { toCorrections } from '../../../lib/model/toCorrections.ts'
import { someParsedCorrections } from '../../fixtures/parsed.ts'

const note = (key: string, at: string, kind = 'correction') => ({ _key: key, kind, text: `Note ${key}.`, at })

describe('the corrections of all articles', () => {
  it('are in one list, newest first, each with the article that it stands under', () => {
    const corrections = toCorrections([
      someParsedCorrections('one', [
        note('a', '2023-01-01T00:00:00Z'),
        note('b', '2023-03-01T00:00:00Z', 'update'),
      ]),
      someParsedCorrections('two', [note('c', '2023-02-01T00:00:00Z', 'clarification')], { language: 'ar' }),
    ])
    expect(corrections.map(({ key, kind, article }) => [key, kind, article.href])).toEqual([
      ['b', 'update', '/articles/one'],
      ['c', 'clarification', '/articles/two'],
      ['a', 'correction', '/articles/one'],
    ])
    expect(corrections[1]).toMatchObject({ language: 'ar', direction: 'rtl' })
  })

  it('go back as far as a page is read', () => {
    const many = Array.from({ length: 200 }, (_, index) =>
      note(`n${index}`, new Date(index * 1000).toISOString()),
    )
    const corrections = toCorrections([someParsedCorrections('busy', many)])
    expect([corrections.length, corrections[0]?.key, corrections.at(-1)?.key]).toEqual([150, 'n199', 'n50'])
  })
})
