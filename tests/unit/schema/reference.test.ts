import { type StoredDocument, validateDocuments } from '../../support/validateDocuments.ts'
import { article, newsroom, reference } from './documents.ts'

async function errorsOf(document: StoredDocument): Promise<string> {
  const faults = await validateDocuments([document, ...newsroom, article()])
  return faults
    .filter(({ id, level }) => id === document._id && level === 'error')
    .map(({ path, message }) => `${path}: ${message}`)
    .join('\n')
}

const relationOf = (...countries: string[]): StoredDocument => ({
  _id: 'relation-x',
  _type: 'relation',
  summary: 'What they are to each other.',
  countries: countries.map((id, index) => reference(id, `c${index}`)),
})

describe('a relation', () => {
  it('is between two different countries', async () => {
    expect(await errorsOf(relationOf('country-armenia', 'country-azerbaijan'))).toBe('')
    expect(await errorsOf(relationOf('country-armenia'))).toMatch(/exactly two countries/)
    expect(await errorsOf(relationOf('country-armenia', 'country-armenia'))).toMatch(
      /two different countries/,
    )
  })
})

describe('a category', () => {
  const category = (extra: object): StoredDocument => ({
    _id: 'category-borders',
    _type: 'category',
    title: 'Borders',
    slug: { _type: 'slug', current: 'borders' },
    accent: 'conflict',
    ...extra,
  })

  it('may lie under another one, not under itself', async () => {
    expect(await errorsOf(category({ parent: reference('category-conflict') }))).toBe('')
    expect(await errorsOf(category({ parent: reference('category-borders') }))).toMatch(/under itself/)
  })
})

describe('the front', () => {
  const front = (extra: object): StoredDocument => ({ _id: 'front', _type: 'front', ...extra })
  const block = (extra: object) => ({
    _type: 'frontBlock',
    _key: 'b1',
    title: 'Conflict',
    layout: 'fourUp',
    ...extra,
  })

  it('may be empty: the newest articles fill it', async () => {
    expect(await errorsOf(front({}))).toBe('')
  })

  it('has blocks that name what their rule asks for', async () => {
    const good = block({ rule: 'category', category: reference('category-conflict') })
    expect(await errorsOf(front({ blocks: [good] }))).toBe('')
    expect(await errorsOf(front({ blocks: [block({ rule: 'category' })] }))).toMatch(
      /Choose the category of this block/,
    )
    expect(await errorsOf(front({ blocks: [block({ rule: 'handPicked', articles: [] })] }))).toMatch(
      /Choose the articles/,
    )
    expect(await errorsOf(front({ blocks: [block({ rule: 'latest' })] }))).toBe('')
  })

  it('shows a timeline only of a running story', async () => {
    const timeline = (rule: string) => block({ rule, layout: 'story', story: reference('story-karabakh') })
    expect(await errorsOf(front({ blocks: [timeline('latest')] }))).toMatch(/that of a running story/)
    expect(await errorsOf(front({ blocks: [timeline('story')] }))).not.toMatch(/that of a running story/)
  })

  it('does not list its lead again beside the lead', async () => {
    const again = { lead: reference('article-ceasefire'), secondary: [reference('article-ceasefire', 'x')] }
    expect(await errorsOf(front(again))).toMatch(/need not be listed again/)
  })
})

describe('a country', () => {
  const country = (extra: object): StoredDocument => ({
    _id: 'country-georgia',
    _type: 'country',
    name: 'Georgia',
    slug: { _type: 'slug', current: 'georgia' },
    iso2: 'GE',
    iso3: 'GEO',
    isoNumeric: '268',
    ...extra,
  })

  it('has codes from which flag and map are drawn', async () => {
    expect(await errorsOf(country({}))).toBe('')
    expect(await errorsOf(country({ iso2: 'ge', isoNumeric: '68' }))).toBe(
      'iso2: Write two capital letters: AM.\nisoNumeric: Write three digits with the zeros in front: 051.',
    )
  })

  it('lies in a region of the atlas', async () => {
    expect(await errorsOf(country({ region: 'Asia' }))).toBe('')
    expect(await errorsOf(country({ region: 'Atlantis' }))).toMatch(/^region: /)
  })
})

describe('a redirect', () => {
  const redirect = (fields: object): StoredDocument => ({
    _id: 'redirect-x',
    _type: 'redirect',
    from: '/articles/old',
    kind: 'moved',
    keptBy: 'editor',
    ...fields,
  })

  it('leads to another path on the site', async () => {
    expect(await errorsOf(redirect({ to: '/articles/new' }))).toBe('')
    expect(await errorsOf(redirect({ to: '/articles/old' }))).toMatch(/cannot lead to itself/)
    expect(await errorsOf(redirect({ to: '//evil.example' }))).toMatch(/path on this site/)
  })

  it('leads to a path or to a document, and somewhere unless the page was withdrawn', async () => {
    const target = { _type: 'reference', _ref: 'article-new', _weak: true }
    expect(await errorsOf(redirect({ target }))).toBe('')
    expect(await errorsOf(redirect({ target, to: '/articles/new' }))).toMatch(/not both/)
    expect(await errorsOf(redirect({}))).toMatch(/Choose the document/)
    expect(await errorsOf(redirect({ kind: 'withdrawn' }))).toBe('')
  })

  it.each(['/', '/articles/old/', '/articles/old?page=2', '/articles/old#k1', 'articles/old'])(
    'cannot begin at %s',
    async (from) => {
      expect(await errorsOf(redirect({ from, to: '/countries' }))).not.toBe('')
    },
  )
})
