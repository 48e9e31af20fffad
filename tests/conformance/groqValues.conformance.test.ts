import { targetOfFile } from '../support/conformanceTarget.ts'

const target = targetOfFile()

/** What an expression is worth, all of it in the expression: no document is read. */
type Case = [expression: string, value: unknown]
const holds = (what: string, cases: Case[]) =>
  describe(what, () => {
    it.each(cases)('%s', async (expression, value) => {
      expect(await target().client().fetch(expression)).toEqual(value)
    })
  })

holds('comparing', [
  ['1 == 1.0', true],
  ['"a" == "A"', false],
  ['1 == "1"', false],
  ['null == null', true],
  ['null == 1', false],
  ['1 < "a"', null],
  ['null && false', false],
  ['null || true', true],
  ['null && true', null],
  ['!true', false],
  ['"a" < "b" && "b" <= "b"', true],
  ['2 in [1, 2]', true],
  ['null in [1, null]', true],
  ['2 in 1..3', true],
  ['3 in 1...3', false],
  ['"drafts.x" in path("drafts.**")', true],
  ['"drafts.x" in path("*")', false],
  ['"a.b.c" in path("a.*")', false],
  ['"a.b.c" in path("a.**")', true],
])

holds('reckoning', [
  ['2 ** 10', 1024],
  ['7 % 3', 1],
  ['7 / 2', 3.5],
  ['-(2 + 3) * 2', -10],
  ['"a" + "b"', 'ab'],
  ['[1] + [2]', [1, 2]],
  ['{"a": 1} + {"b": 2}', { a: 1, b: 2 }],
  ['1 + "a"', null],
  ['1 / 0', null],
  ['round(2.567, 2)', 2.57],
  ['round(-2.5)', -3],
  ['math::sum([1, 2, null, 3])', 6],
  ['math::avg([1, 2, 3])', 2],
  ['math::min([3, 1, 2])', 1],
  ['math::max([3, 1, 2])', 3],
  ['math::max([])', null],
])

holds('lists and objects', [
  ['[1, 2, 3][-1]', 3],
  ['[1, 2, 3][9]', null],
  ['[1, 2, 3, 4][1..2]', [2, 3]],
  ['[1, 2, 3, 4][1...2]', [2]],
  ['[1, 2, 3, 4][-2..-1]', [3, 4]],
  ['[1, 2, 3][@ > 1]', [2, 3]],
  ['[{"a": 1}, {"b": 2}][].a', [1, null]],
  ['[{"a": [1, 2]}, {"a": [3]}].a[]', [1, 2, 3]],
  ['[...[1, 2], 3]', [1, 2, 3]],
  ['{"a": 1, ...{"a": 2, "b": 3}}', { a: 2, b: 3 }],
  ['{...{"a": 1}, "a": 2}', { a: 2 }],
  ['{"a": 1, true => {"b": 2}, false => {"c": 3}}', { a: 1, b: 2 }],
  ['{"a b": 1}["a b"]', 1],
  ['count([1, null, 3])', 3],
  ['array::unique([1, 2, 2, 1])', [1, 2]],
  ['array::compact([1, null, 2])', [1, 2]],
  ['array::join(["a", "b", 1], "-")', 'a-b-1'],
  ['array::intersects([1, 2], [2, 3])', true],
  ['[3, 1, 2] | order(@ desc)', [3, 2, 1]],
  [
    '[{"n": null}, {"n": "b"}, {"n": 2}, {"n": true}, {"n": "a"}, {"n": 1}] | order(n) .n',
    [1, 2, 'a', 'b', true, null],
  ],
  ['[{"n": null}, {"n": 2}, {"n": 1}] | order(n desc) .n', [null, 2, 1]],
  ['[{"a": 1, "b": 1}, {"a": 0, "b": 2}, {"a": 1, "b": 0}] | order(a desc, b asc) .b', [0, 1, 2]],
])

holds('text', [
  ['lower("ÄB") + upper("äb")', 'äbÄB'],
  ['length("Ōsaka")', 5],
  ['length([1, 2])', 2],
  ['string(1.5) + string(true)', '1.5true'],
  ['string::split("a,b,c", ",")', ['a', 'b', 'c']],
  ['string::startsWith("abc", "ab")', true],
  ['"abc" match "ab*"', true],
  ['"The quick brown fox" match "QUICK fox"', true],
  ['"The quick brown fox" match "quic"', false],
  ['["one", "two three"] match "three"', true],
  ['["one", "two"] match ["one", "two"]', true],
  ['"x" match 1', false],
])

holds('choosing', [
  ['coalesce(null, null, 1, 2)', 1],
  ['coalesce(null)', null],
  ['select(false => 1, true => 2, 3)', 2],
  ['select(false => 1, 3)', 3],
  ['select(false => 1)', null],
  ['defined(null)', false],
  ['defined(0)', true],
])

holds('time', [
  ['dateTime("2026-05-01T10:00:00Z") < dateTime("2026-05-01T10:00:01+00:00")', true],
  ['dateTime("2026-05-01T12:00:00+02:00") == dateTime("2026-05-01T10:00:00Z")', true],
  ['dateTime("2026-05-01T10:00:10Z") - dateTime("2026-05-01T10:00:00Z")', 10],
  ['string(dateTime("2026-05-01T10:00:00Z") + 60)', '2026-05-01T10:01:00Z'],
  ['dateTime("yesterday")', null],
  ['now() > "2020-01-01T00:00:00Z"', true],
  ['dateTime(now()) - dateTime(now())', 0],
])

holds('Portable Text', [
  [
    'pt::text([{"_type": "block", "children": [{"_type": "span", "text": "Two "}, {"_type": "span", "text": "spans"}]}, {"_type": "image"}, {"_type": "block", "children": [{"_type": "span", "text": "Next"}]}])',
    'Two spans\n\nNext',
  ],
  ['pt::text({"_type": "block", "children": [{"_type": "span", "text": "One"}]})', 'One'],
  ['pt::text("no blocks")', null],
])

holds('ids', [
  ['sanity::projectId() == "nobody"', false],
  ['sanity::dataset() == "nobody"', false],
])

describe('what the lake knows of itself', () => {
  it('answers which project and dataset is being read', async () => {
    const { projectId, dataset, client } = target()
    expect(await client().fetch('[sanity::projectId(), sanity::dataset()]')).toEqual([projectId, dataset])
  })

  it('answers who is asking', async () => {
    const id = await target().client().fetch<string>('identity()')
    expect(id).toMatch(/./)
    expect(await target().stranger().fetch('identity()')).not.toBe(id)
  })
})

describe('comments and blanks', () => {
  it('may stand anywhere', async () => {
    expect(await target().client().fetch('// a comment\n1 // one\n +\n\t2')).toBe(3)
  })
})
