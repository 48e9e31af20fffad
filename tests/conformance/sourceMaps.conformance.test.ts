import type { ContentSourceMap } from '@sanity/client'
import { resolveEditInfo } from '@sanity/client/csm'
import { stegaClean } from '@sanity/client/stega'
import { targetOfFile } from '../support/conformanceTarget.ts'

const target = targetOfFile()
type Path = (string | number | { _key: string; _index: number })[]

beforeAll(async () => {
  const { client, id, type } = target()
  const country = { _type: 'reference', _ref: id('country') }
  const article = {
    _type: type('article'),
    country,
    points: [
      { _key: 'p1', text: 'First point' },
      { _key: 'p2', text: 'Second point' },
    ],
    seo: { title: 'For machines' },
  }
  await client()
    .transaction()
    .create({ _id: id('country'), _type: type('country'), name: 'Armenia' })
    .create({ ...article, _id: id('a'), headline: 'Published headline' })
    .create({ ...article, _id: `drafts.${id('a')}`, headline: 'Drafted headline' })
    .commit()
})

/** Asks for one article and where each of its values was written. */
async function mapOf(
  projection: string,
  options: { perspective?: 'drafts' | 'published'; kind?: true | 'withKeyArraySelector' } = {},
) {
  const { client, id } = target()
  const { perspective = 'published', kind = true } = options
  const { result, resultSourceMap } = await client({ perspective, resultSourceMap: kind }).fetch(
    `*[_id == $id][0]${projection}`,
    { id: id('a') },
    { filterResponse: false },
  )
  if (!resultSourceMap) throw new Error('the answer has no source map')
  return { result, map: resultSourceMap, source: (path: Path) => sourceOf(resultSourceMap, path) }
}

/** As Visual Editing reads it: `<name of the document>:<path in it>`. */
function sourceOf(map: ContentSourceMap, resultPath: Path): string | undefined {
  const found = resolveEditInfo({ resultSourceMap: map, resultPath, studioUrl: '/' })
  if (!found) return undefined
  const path = Array.isArray(found.path) ? found.path : [found.path]
  const segments = path.map((part) =>
    typeof part === 'object' && '_key' in part ? `#${part._key}` : String(part),
  )
  return `${found.id.replace(`${target().mark}-`, '')}:${segments.join('.')}`
}

describe('a source map', () => {
  it('has documents, paths and mappings by number', async () => {
    const { map } = await mapOf('{headline}')
    expect(map).toMatchObject({
      documents: [{ _id: target().id('a'), _type: target().type('article') }],
      paths: ["$['headline']"],
      mappings: {
        "$['headline']": { type: 'value', source: { type: 'documentValue', document: 0, path: 0 } },
      },
    })
  })

  it('is only there when it was asked for', async () => {
    const answer = await target().client().fetch('*[0]', {}, { filterResponse: false })
    expect(answer).not.toHaveProperty('resultSourceMap')
  })

  it.each<[what: string, projection: string, path: Path, source: string]>([
    ['a field', '{headline}', ['headline'], 'a:headline'],
    ['a field under another name', '{"title": headline}', ['title'], 'a:headline'],
    ['a field of a field', '{"title": seo.title}', ['title'], 'a:seo.title'],
    ['a whole object', '{seo}', ['seo', 'title'], 'a:seo.title'],
    ['all fields at once', '{...}', ['headline'], 'a:headline'],
    ['a field of another document', '{"name": country->name}', ['name'], 'country:name'],
    ['another document', '{"c": country->{name}}', ['c', 'name'], 'country:name'],
    ['a query inside', '{"c": *[_id == ^.country._ref][0]{name}}', ['c', 'name'], 'country:name'],
    ['no projection at all', '', ['headline'], 'a:headline'],
    ['one bare value', '.headline', [], 'a:headline'],
  ])('follows %s', async (_what, projection, path, source) => {
    expect((await mapOf(projection)).source(path)).toBe(source)
  })

  it('counts the elements of lists', async () => {
    const { map, source } = await mapOf('{"points": points[]{text}}')
    expect(source(['points', 1, 'text'])).toBe('a:points.1.text')
    expect(map.paths).toContain("$['points'][1]['text']")
  })

  it('names the elements of lists by their keys when asked to', async () => {
    const { map, source } = await mapOf('{"points": points[]{text}}', { kind: 'withKeyArraySelector' })
    expect(source(['points', 1, 'text'])).toBe('a:points.#p2.text')
    expect(map.paths).toContain("$['points'][?(@._key=='p2')]['text']")
  })

  it('points at the draft that the “drafts” perspective showed', async () => {
    const { result, source } = await mapOf('{headline, "name": country->name}', { perspective: 'drafts' })
    expect(result).toEqual({ headline: 'Drafted headline', name: 'Armenia' })
    expect(source(['headline'])).toBe('drafts.a:headline')
    expect(source(['name'])).toBe('country:name')
  })

  it('claims no source for what was put together', async () => {
    const { source } = await mapOf('{"both": headline + "!", "sum": count(points)}')
    expect(source(['both'])).toBeUndefined()
    expect(source(['sum'])).toBeUndefined()
  })
})

describe('stega', () => {
  it('hides in each text where it was written, and only there', async () => {
    const { client, id } = target()
    const editing = client({
      perspective: 'drafts',
      stega: { enabled: true, studioUrl: 'https://studio.example' },
    })
    const query = '*[_id == $id][0]{headline, "points": points[].text, _id}'
    const answer = await editing.fetch<{ headline: string; points: string[]; _id: string }>(query, {
      id: id('a'),
    })
    expect(answer.headline).not.toBe('Drafted headline')
    expect(stegaClean(answer)).toEqual({
      _id: id('a'),
      headline: 'Drafted headline',
      points: ['First point', 'Second point'],
    })
    expect(answer._id).toBe(id('a'))
  })
})
