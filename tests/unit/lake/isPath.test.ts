import { isPath } from '../../../lake/mutations/isPath.ts'

describe('a path in a patch', () => {
  it.each([
    'title',
    'seo.title',
    'tags[0]',
    'tags[-1]',
    'tags[1:3]',
    'tags[]',
    'body[_key=="a"].children[_key=="b"].text',
    `body[_key=='a']`,
    'list[_key=="a]b\\"c"].x',
    "a['x-y']",
    '..text',
    'a..b',
    '[_key=="a"]',
    'a[@.b[0]==1]',
    '_empty_action_guard_pseudo_field_',
  ])('can be %s', (path) => expect(isPath(path)).toBe(true))

  it.each(['', '.a', 'a.', 'a[', 'a]', 'a["', 'a["x]', 'a b', 'a.[', 'a...b'])('cannot be "%s"', (path) =>
    expect(isPath(path)).toBe(false),
  )

  it('is read in no time however it is written', () => {
    for (const path of [
      `${'a'.repeat(200_000)}[`,
      `a${'[0]'.repeat(60_000)}[`,
      `a[${'"'.repeat(100_001)}]`,
    ]) {
      expect(isPath(path)).toBe(false)
    }
  })
})
