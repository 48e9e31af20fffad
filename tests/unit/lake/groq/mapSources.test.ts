import type { SanityDocument } from '../../../../lake/context.ts'
import { compileQuery } from '../../../../lake/groq/plan/compileQuery.ts'
import { evaluateQuery } from '../../../../lake/groq/run/evaluateQuery.ts'
import { instrument } from '../../../../lake/groq/sourceMap/instrument.ts'
import { mapSources } from '../../../../lake/groq/sourceMap/mapSources.ts'
import { seen } from './anyDocuments.ts'
import { MemorySource } from './memorySource.ts'

const document = (_id: string, _type: string, fields: object): SanityDocument => ({
  _id,
  _type,
  _rev: 'r',
  _createdAt: '',
  _updatedAt: '',
  ...fields,
})
const stored = [
  document('drafts.a', 'article', {
    headline: 'Talks resume',
    country: { _type: 'reference', _ref: 'country' },
    tags: ['talks', 'peace'],
    sections: [{ _key: 's1', heading: "What's next", points: [{ _key: 'p', text: 'A point' }] }],
  }),
  document('country', 'country', { name: 'Armenia' }),
]
const source = new MemorySource(seen(stored, ['drafts'], 'all'))
const scope = {
  perspective: ['drafts'],
  identity: 'me',
  sanity: { projectId: 'p', dataset: 'd' },
  now: new Date(0),
}

interface Mapped {
  documents: { _id: string; _type: string }[]
  paths: string[]
  mappings: Record<string, { source: { document: number; path: number } }>
}

/** Each place of the answer with the document and the path that it came from; the answer itself must not change. */
function sourcesOf(text: string) {
  const { result, map } = mapSources(
    compileQuery(text, {}, instrument),
    source,
    scope,
    'withKeyArraySelector',
  )
  const plain = evaluateQuery(compileQuery(text, {}), source, scope)
  expect(JSON.stringify(result)).toBe(JSON.stringify(plain.result))
  const { documents, paths, mappings }: Mapped = JSON.parse(JSON.stringify(map))
  return Object.fromEntries(
    Object.entries(mappings).map(([place, { source }]) => [
      place,
      `${documents[source.document]?._id} ${paths[source.path]}`,
    ]),
  )
}

describe('the sources of an answer, for click-to-edit', () => {
  it('names the draft behind a field, also a renamed one', () => {
    expect(sourcesOf('*[_type == "article"]{headline, "title": headline}')).toEqual({
      "$[0]['headline']": "drafts.a $['headline']",
      "$[0]['title']": "drafts.a $['headline']",
    })
  })

  it('follows references into other documents', () => {
    expect(sourcesOf('*[_type == "article"][0]{"country": country->name, "place": country->{name}}')).toEqual(
      {
        "$['country']": "country $['name']",
        "$['place']['name']": "country $['name']",
      },
    )
  })

  it('names elements of lists by their key', () => {
    expect(sourcesOf('*[_type == "article"][0]{"points": sections[]{heading, points}}')).toEqual({
      "$['points'][0]['heading']": "drafts.a $['sections'][?(@._key=='s1')]['heading']",
      "$['points'][0]['points']": "drafts.a $['sections'][?(@._key=='s1')]['points']",
    })
  })

  it('knows what a splat has copied and what was written over it', () => {
    const sources = sourcesOf('*[_type == "country"][0]{..., "_rev": "made up"}')
    expect(sources).toMatchObject({ "$['name']": "country $['name']" })
    expect(sources).not.toHaveProperty(["$['_rev']"])
  })

  it('sees through coalesce, select and conditions', () => {
    expect(
      sourcesOf(
        '*[_type == "article"][0]{"a": coalesce(kicker, headline), defined(headline) => {"b": headline}}',
      ),
    ).toEqual({ "$['a']": "drafts.a $['headline']", "$['b']": "drafts.a $['headline']" })
  })

  it('names a bare value and a whole document', () => {
    expect(sourcesOf('*[_type == "country"][0].name')).toEqual({ $: "country $['name']" })
    expect(sourcesOf('*[_type == "country"][0]')).toEqual({ $: 'country $' })
  })

  it('gives no source to what the query has made', () => {
    expect(sourcesOf('*[_type == "country"][0]{"loud": upper(name), "n": count(*)}')).toEqual({})
  })

  it('names the elements of a list of bare values', () => {
    expect(sourcesOf('*[_type == "article"][0]{"texts": sections[].points[].text, "tags": tags[]}')).toEqual({
      "$['texts'][0]": "drafts.a $['sections'][?(@._key=='s1')]['points'][?(@._key=='p')]['text']",
      "$['tags']": "drafts.a $['tags']",
    })
    expect(sourcesOf('*[_type == "article"].headline')).toEqual({ '$[0]': "drafts.a $['headline']" })
    expect(sourcesOf('*[_type == "article"].country->name')).toEqual({ '$[0]': "country $['name']" })
  })

  it('knows the fields of a document that was scored', () => {
    expect(
      sourcesOf('*[_type == "article"] | score(headline match "talks") {headline, "s": _score}'),
    ).toEqual({
      "$[0]['headline']": "drafts.a $['headline']",
    })
  })

  it('gives no source to the sum of two fields that are alike', () => {
    expect(sourcesOf('*[_type == "article"]{"all": [headline, country->name]}')).toEqual({})
  })
})
