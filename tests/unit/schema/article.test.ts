import { type StoredDocument, validateDocuments } from '../../support/validateDocuments.ts'
import { article, keyPoint, keyPoints, newsroom, paragraph, picture, reference } from './documents.ts'

/** What the desk is told about one article: `path: message`. */
async function faultsOf(document: StoredDocument, ...others: StoredDocument[]): Promise<string[]> {
  const faults = await validateDocuments([document, ...newsroom, ...others])
  return faults
    .filter(({ id, level }) => id === document._id && level === 'error')
    .map(({ path, message }) => `${path}: ${message}`)
}

const withPoint = (point: object) => article({ sections: [keyPoints(keyPoint(point))] })

describe('an article on the desk', () => {
  it('passes when it is complete, with a section of every kind', async () => {
    expect(await validateDocuments([article(), ...newsroom])).toEqual([])
  })

  it('passes without its optional parts', async () => {
    const plain = article({
      mainMedia: undefined,
      countries: undefined,
      closing: undefined,
      kicker: undefined,
    })
    expect(await faultsOf(plain)).toEqual([])
  })

  it('is told everything that an empty draft lacks', async () => {
    expect(await faultsOf({ _id: 'drafts.new', _type: 'article' })).toEqual([
      'headline: Write a headline.',
      'standfirst: Write a standfirst: lists and search results show it.',
      'authors: Say who wrote it.',
      'sections: Write at least one section.',
      'slug: Give the page an address: “Generate” makes one.',
      'slug.current: Required',
      'category: Choose a category: the article stands on its page.',
    ])
  })

  it('may have a headline of 120 characters and a standfirst of 320, and no more', async () => {
    expect(await faultsOf(article({ headline: 'h'.repeat(120), standfirst: 's'.repeat(320) }))).toEqual([])
    expect(await faultsOf(article({ headline: 'h'.repeat(121), standfirst: 's'.repeat(321) }))).toEqual([
      'headline: Shorten the headline to 120 characters.',
      'standfirst: Shorten the standfirst to 320 characters.',
    ])
  })

  it('is to be dated by hand in a release, which publishes without the button that dates it', async () => {
    const dated = '2026-05-01T08:00:00.000Z'
    const inRelease = (firstPublishedAt?: string) =>
      article({
        _id: 'versions.rspring.article-new',
        firstPublishedAt,
        slug: { _type: 'slug', current: 'new' },
      })
    expect(await validateDocuments([inRelease(), ...newsroom])).toEqual([
      expect.objectContaining({ path: 'firstPublishedAt', level: 'warning' }),
    ])
    expect(await validateDocuments([inRelease(dated), ...newsroom])).toEqual([])
  })

  it('may not share its address with another article', async () => {
    const other = article({ _id: 'article-other' })
    expect((await faultsOf(article(), other)).join()).toMatch(/^slug: /)
  })

  it('may share its address with a country', async () => {
    expect(await faultsOf(article({ slug: { _type: 'slug', current: 'armenia' } }))).toEqual([])
  })

  it('needs a category that is published', async () => {
    expect((await faultsOf(article({ category: reference('category-none') }))).join()).toMatch(/^category: /)
  })

  it('lists a country once', async () => {
    const twice = [reference('country-armenia', 'a'), reference('country-armenia', 'b')]
    expect((await faultsOf(article({ countries: twice }))).join()).toMatch(/This country is listed twice/)
  })

  it('cannot pin an article that it hides', async () => {
    const other = article({ _id: 'article-b', slug: { _type: 'slug', current: 'b' } })
    const both = article({
      relatedPinned: [reference('article-b', 'x')],
      relatedBlocked: [reference('article-b', 'y')],
    })
    expect((await faultsOf(both, other)).join()).toMatch(/keep it in one of the two/)
  })

  it('cannot be updated before it was published', async () => {
    const early = article({ updatedAt: '2023-09-19T12:00:00Z' })
    expect(await faultsOf(early)).toEqual(['updatedAt: The update is dated before the first publication.'])
  })

  it('has no field that an editor cannot see', async () => {
    expect((await faultsOf(article({ subtitle: 'x' }))).join()).toMatch(/^subtitle: /)
  })
})

describe('a key point', () => {
  it('that is claimed needs an attribution', async () => {
    expect(await faultsOf(withPoint({ standing: 'claimed' }))).toEqual([
      'sections[k1].points[p1].attribution: Say who claims it: a claimed point needs an attribution.',
    ])
  })

  it.each(['confirmed', 'disputed', 'unverified'])('that is %s may do without', async (standing) => {
    expect(await faultsOf(withPoint({ standing }))).toEqual([])
  })

  it('has a standing that the newsroom knows', async () => {
    expect((await faultsOf(withPoint({ standing: 'rumoured' }))).join()).toMatch(/points\[p1\]\.standing/)
  })

  it('is one paragraph with words in it', async () => {
    const two = [paragraph('One.', 'b1'), paragraph('Two.', 'b2')]
    expect((await faultsOf(withPoint({ text: two }))).join()).toMatch(/A key point is one paragraph/)
    expect((await faultsOf(withPoint({ text: [paragraph('')] }))).join()).toMatch(/Write the point/)
  })

  it('has a date as far as it is known', async () => {
    expect((await faultsOf(withPoint({ asOf: 'last week' }))).join()).toMatch(
      /asOf: Write the date as far as/,
    )
  })

  it('has links to the web and to mail only', async () => {
    const text = (href: string) => [
      { ...paragraph('Here.'), markDefs: [{ _type: 'link', _key: 'm1', href }] },
    ]
    expect((await faultsOf(withPoint({ text: text('javascript:alert(1)') }))).join()).toMatch(
      /http, https or mailto/,
    )
    expect(await faultsOf(withPoint({ text: text('mailto:desk@example.org') }))).toEqual([])
  })
})

describe('sections', () => {
  it('of key points are about a country or a name, not both', async () => {
    const actor = { _type: 'actor', country: reference('country-armenia'), name: 'Armenia' }
    const both = article({ sections: [{ ...keyPoints(keyPoint()), actor }] })
    expect((await faultsOf(both)).join()).toMatch(/a country or a name, not both/)
  })

  it('of key points have at least one point', async () => {
    expect((await faultsOf(article({ sections: [keyPoints()] }))).join()).toMatch(/Add at least one point/)
  })

  it('with a picture need its alt text and credit', async () => {
    const figure = { _type: 'figure', _key: 'f1', picture: picture({ alt: undefined, credit: undefined }) }
    expect(await faultsOf(article({ sections: [figure] }))).toEqual([
      'sections[f1].picture.alt: Say what the picture shows: readers who cannot see it hear this.',
      'sections[f1].picture.credit: Give the credit: no picture runs without one.',
    ])
  })

  it('with a picture need the picture itself', async () => {
    const empty = { _type: 'figure', _key: 'f1', picture: picture({ asset: undefined }) }
    expect((await faultsOf(article({ sections: [empty] }))).join()).toMatch(/Upload or choose the picture/)
  })

  it('with a gallery have two pictures or more', async () => {
    const gallery = { _type: 'gallery', _key: 'g1', pictures: [picture({ _key: 'g1a' })] }
    expect((await faultsOf(article({ sections: [gallery] }))).join()).toMatch(/two pictures or more/)
  })

  it('with a table have as many cells in each row as columns', async () => {
    const table = {
      _type: 'table',
      _key: 't1',
      columns: ['Day', 'People'],
      rows: [
        { _type: 'tableRow', _key: 'r1', cells: ['Monday', '1'] },
        { _type: 'tableRow', _key: 'r2', cells: ['Tuesday'] },
      ],
    }
    expect((await faultsOf(article({ sections: [table] }))).join()).toMatch(/^sections\[t1\]: Row 2 has not/)
  })

  it('with a video take it from its provider', async () => {
    const embed = { _type: 'embed', _key: 'v1', provider: 'vimeo', url: 'https://youtu.be/a', title: 'A' }
    expect((await faultsOf(article({ sections: [embed] }))).join()).toMatch(/not an https address at Vimeo/)
  })
})
