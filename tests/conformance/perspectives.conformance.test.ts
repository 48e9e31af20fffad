import type { ClientPerspective } from '@sanity/client'
import { targetOfFile } from '../support/conformanceTarget.ts'

const target = targetOfFile()
const release = (name: string) => `${target().mark}${name}`
const version = (name: string, of: string) => `versions.${release(name)}.${target().id(of)}`

beforeAll(async () => {
  const { client, id, type } = target()
  const article = (_id: string, headline: string, fields: object = {}) => ({
    _id,
    _type: type('article'),
    headline,
    ...fields,
  })
  const country = { _type: 'reference', _ref: id('country') }
  await client()
    .transaction()
    .create({ _id: id('country'), _type: type('country'), name: 'Published name' })
    .create({ _id: `drafts.${id('country')}`, _type: type('country'), name: 'Drafted name' })
    .create(article(id('both'), 'Published', { country }))
    .create(article(`drafts.${id('both')}`, 'Drafted', { country }))
    .create(article(`drafts.${id('new')}`, 'Only drafted'))
    .create(article(id('old'), 'Only published'))
    .commit()
  for (const name of ['spring', 'summer']) {
    const releaseId = release(name)
    await client().releases.create({ releaseId, metadata: { title: name, releaseType: 'asap' } })
  }
  const prepare = (name: string, of: string, headline: string) =>
    client().action({
      actionType: 'sanity.action.document.version.create',
      publishedId: id(of),
      document: article(version(name, of), headline),
    })
  await prepare('spring', 'both', 'In spring')
  await prepare('spring', 'coming', 'Comes in spring')
  await prepare('summer', 'both', 'In summer')
  await client().unpublishVersion({ releaseId: release('summer'), publishedId: id('old') })
})

/** Headlines of this file's articles by the name of each, as a perspective shows them. */
async function seen(perspective: ClientPerspective): Promise<Record<string, string>> {
  const { client, mark, type } = target()
  const found = await client({ perspective }).fetch<{ _id: string; headline: string }[]>(
    '*[_type == $type]{_id, headline}',
    { type: type('article') },
  )
  return Object.fromEntries(found.map(({ _id, headline }) => [_id.replaceAll(`${mark}-`, ''), headline]))
}

describe('a perspective', () => {
  it('“raw” shows every document as it is stored', async () => {
    const { mark } = target()
    expect(await seen('raw')).toEqual({
      both: 'Published',
      'drafts.both': 'Drafted',
      'drafts.new': 'Only drafted',
      old: 'Only published',
      [`versions.${mark}spring.both`]: 'In spring',
      [`versions.${mark}spring.coming`]: 'Comes in spring',
      [`versions.${mark}summer.both`]: 'In summer',
      [`versions.${mark}summer.old`]: 'Only published',
    })
  })

  it('“published” shows what readers see', async () => {
    expect(await seen('published')).toEqual({ both: 'Published', old: 'Only published' })
  })

  it('“drafts” lays drafts over what is published', async () => {
    expect(await seen('drafts')).toEqual({
      both: 'Drafted',
      new: 'Only drafted',
      old: 'Only published',
    })
  })

  it('“previewDrafts” is the former name of “drafts”', async () => {
    const { ask, dataset, type } = target()
    const query = encodeURIComponent(`*[_type == "${type('article')}"].headline`)
    const answer = await ask(`/data/query/${dataset}?perspective=previewDrafts&query=${query}`)
    expect((await answer.json()).result).toEqual(['Drafted', 'Only drafted', 'Only published'])
  })

  it('of a release lays its versions over what is published, and drafts only where they are named', async () => {
    const published = { both: 'In spring', coming: 'Comes in spring', old: 'Only published' }
    expect(await seen([release('spring')])).toEqual(published)
    expect(await seen([release('spring'), 'drafts'])).toEqual({ ...published, new: 'Only drafted' })
  })

  it('of several releases prefers the first that has a version', async () => {
    expect((await seen([release('summer'), release('spring')])).both).toBe('In summer')
    expect((await seen([release('spring'), release('summer')])).both).toBe('In spring')
    expect((await seen([release('summer'), release('spring')])).coming).toBe('Comes in spring')
  })

  it('of a release hides what the release is going to unpublish', async () => {
    expect(await seen([release('summer')])).toEqual({ both: 'In summer' })
  })

  it('says which document stands behind each one that it shows', async () => {
    const { client, id } = target()
    const original = (perspective: ClientPerspective, name: string) =>
      client({ perspective }).fetch('*[_id == $id][0]._originalId', { id: id(name) })
    expect(await original('drafts', 'both')).toBe(`drafts.${id('both')}`)
    expect(await original('drafts', 'old')).toBe(id('old'))
    expect(await original([release('spring')], 'both')).toBe(version('spring', 'both'))
  })

  it('follows references inside itself', async () => {
    const { client, id } = target()
    const name = (perspective: ClientPerspective) =>
      client({ perspective }).fetch('*[_id == $id][0].country->name', { id: id('both') })
    expect(await name('drafts')).toBe('Drafted name')
    expect(await name('published')).toBe('Published name')
  })

  it('is where filters, orders and counts are done', async () => {
    const { client, type } = target()
    const params = { type: type('article') }
    const drafts = client({ perspective: 'drafts' })
    expect(await drafts.fetch('count(*[_type == $type])', params)).toBe(3)
    expect(await drafts.fetch('*[_type == $type && headline == "Published"]', params)).toEqual([])
    expect(await drafts.fetch('*[_type == $type] | order(headline)[0].headline', params)).toBe('Drafted')
  })
})

describe('without a perspective', () => {
  const count = async (version: string) => {
    const { ask, dataset, type } = target()
    const query = encodeURIComponent(`count(*[_type == "${type('article')}"])`)
    return (await (await ask(`/data/query/${dataset}?query=${query}`, { version })).json()).result
  }

  it.each(['v1', 'v2021-10-21', 'v2025-02-18'])('%s shows everything', async (version) => {
    expect(await count(version)).toBe(8)
  })

  it.each(['v2025-02-19', 'v2026-01-01', 'vX'])('%s shows what is published', async (version) => {
    expect(await count(version)).toBe(2)
  })
})

describe('a perspective that there cannot be', () => {
  it.each(['raw,drafts', 'no such!'])('“%s” is refused with 400', async (perspective) => {
    const { ask, dataset } = target()
    const asked = `query=1&perspective=${encodeURIComponent(perspective)}`
    expect((await ask(`/data/query/${dataset}?${asked}`)).status).toBe(400)
  })
})

describe('without a token', () => {
  it.each(['raw', 'drafts', 'published'])('“%s” shows no draft and no version', async (perspective) => {
    const { ask, dataset, type } = target()
    const query = encodeURIComponent(`*[_type == "${type('article')}"].headline`)
    const answer = await ask(`/data/query/${dataset}?perspective=${perspective}&query=${query}`, {
      token: null,
    })
    const text = await answer.text()
    expect(text).not.toMatch(/rafted|spring|summer/)
    if (answer.ok) expect(JSON.parse(text).result).toEqual(['Published', 'Only published'])
    else expect([401, 403]).toContain(answer.status)
  })
})

describe('functions that know of versions', () => {
  const ids = (query: string, params: Record<string, string>) =>
    target().client().fetch<string[]>(`*[${query}] | order(_id) ._id`, params)

  it('sanity::versionOf finds a document in all its versions', async () => {
    const { id } = target()
    expect(await ids('sanity::versionOf($id)', { id: id('both') })).toEqual([
      id('both'),
      `drafts.${id('both')}`,
      version('spring', 'both'),
      version('summer', 'both'),
    ])
  })

  it('sanity::partOfRelease finds what a release holds', async () => {
    expect(await ids('sanity::partOfRelease($release)', { release: release('spring') })).toEqual([
      version('spring', 'both'),
      version('spring', 'coming'),
    ])
  })

  it('path() finds drafts and versions by their ids', async () => {
    const { id, type } = target()
    expect(await ids('_type == $type && _id in path("drafts.**")', { type: type('article') })).toEqual([
      `drafts.${id('both')}`,
      `drafts.${id('new')}`,
    ])
    expect(await ids('_id in path("versions." + $release + ".*")', { release: release('spring') })).toEqual([
      version('spring', 'both'),
      version('spring', 'coming'),
    ])
  })

  it('releases::all tells of the releases that are under way', async () => {
    const found = await target()
      .client()
      .fetch<{ name: string; state: string }[]>(
        'releases::all()[string::startsWith(name, $mark)]{name, state}',
        {
          mark: target().mark,
        },
      )
    expect(found).toEqual(
      expect.arrayContaining([
        { name: release('spring'), state: 'active' },
        { name: release('summer'), state: 'active' },
      ]),
    )
  })
})
