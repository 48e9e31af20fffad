import { evaluateSync, parse } from 'groq-js'
import { toSearchable } from '../../../../lake/groq/searchText.ts'
import { DocumentText, textOf, wholeText, withText } from '../../../../lake/store/documentText.ts'
import { seam, wordsWithSeams } from '../../../../lake/store/seamedWords.ts'
import { wordsOf } from '../../../../lake/store/wordKeys.ts'
import { type SeededRandom, seededRandom } from '../../../support/seededRandom.ts'
import { anyStored } from '../groq/anyDocuments.ts'
import { StoredDocuments } from '../groq/storedDocuments.ts'

const random = seededRandom()

const pieces = [
  'Peace',
  'ŌSAKA',
  'e\u0301',
  '\u0301',
  'ΟΔΟΣ',
  'Σ',
  'İ',
  'straße',
  'ﬁn',
  '½',
  '東京',
  '\ud83d',
  '😀',
  '\ude00',
]
const signs = [' ', '  ', '', '-', ', ', '\n', '\t.', '’', '\0', ' ', '_', '…']

const anyText = (from: SeededRandom) =>
  Array.from(
    { length: from.below(5) },
    () => `${from.pick(signs as [string])}${from.pick(pieces as [string])}${from.pick(signs as [string])}`,
  ).join('')

describe('the words of several texts', () => {
  it('are those of each by itself, with seams between them', () => {
    for (let round = 0; round < 2000; round += 1) {
      const texts = Array.from({ length: 1 + random.below(4) }, () => anyText(random))
      const words = texts
        .map((text) => wordsOf(text).join(' '))
        .map((text) => (text === '' ? ' ' : ` ${text} `))
      expect([random.seed, texts, wordsWithSeams(texts)]).toEqual([random.seed, texts, words.join(seam)])
    }
  })
})

/** Paths as queries write them, into what the documents have there and what they have not. */
const paths = [
  'title',
  'seo.title',
  'seo',
  'sections[].text',
  'sections[].points[].text',
  'sections[]',
  'sections.text',
  'body[].children[].text',
  'body',
  'countries[]._type',
  'nowhere[].text',
]

/** Where the words of each string stand, in any order. */
const sorted = (text: string) =>
  text
    .split(seam)
    .map((part) => part.trim())
    .filter(Boolean)
    .sort()

describe('the text of a document', () => {
  it('has at a path the words of what GROQ finds there', () => {
    let found = 0
    for (const document of Array.from({ length: 20 }, () => anyStored(random)).flat()) {
      const text = new DocumentText(document)
      for (const path of paths.filter((each) => !each.includes('_'))) {
        const value: unknown = evaluateSync(parse(`*[0].${path}`), { dataset: [document] }).data
        const words = sorted(text.at(path))
        expect([random.seed, document._id, path, words]).toEqual([
          random.seed,
          document._id,
          path,
          sorted(toSearchable(value)),
        ])
        found += words.length
      }
    }
    expect(found).toBeGreaterThan(100)
  })

  it('keeps apart a name with a full stop and a name within a name', () => {
    const text = new DocumentText({ 'seo.title': 'odd', seo: { title: 'plain' } })
    expect([text.at('seo.title').trim(), sorted(text.at(''))]).toEqual(['plain', ['odd', 'plain']])
  })

  it('goes with a part of the document and with copies of it', () => {
    const document = { _id: 'a', title: 'Peace', body: 'Talks' }
    const part = { ...withText({ _id: 'a' }, textOf(document)), _score: 1 }
    expect(textOf(part).at('body')).toBe(' talks ')
    expect(JSON.stringify(part)).toBe('{"_id":"a","_score":1}')
  })
})

describe('a part of a document that is read for a search', () => {
  const store = new StoredDocuments()

  it('keeps the text for the next letter of who types, although hundreds were found before it', () => {
    const large = new StoredDocuments({ documents: 1_000_000 })
    const written = { _type: 'article', _rev: 'r', _createdAt: '2026-01-01', _updatedAt: '2026-01-01' }
    const articles = Array.from({ length: 700 }, (_, place) => ({
      ...written,
      _id: `a${place}`,
      title: 'Talks',
    }))
    large.become(articles)
    for (const _part of large.reader('raw', 'all').read({ conditions: [], fields: [wholeText] }));
    const kept = articles.filter((_, place) => large.cache.textOf(place + 1)?.at('title') === ' talks ')
    expect(kept).toHaveLength(articles.length)
  })

  it('has the text of the document as it is now', () => {
    for (let round = 0; round < 30; round += 1) {
      store.become(anyStored(random))
      for (const fields of [['title', wholeText], [wholeText], ['order', wholeText]]) {
        const read = [...store.reader('raw', 'all').read({ conditions: [], fields })]
        expect(read.map((part) => [part._id, sorted(textOf(part).at(''))])).toEqual(
          store.all.map((document) => [document._id, sorted(new DocumentText(document).at(''))]),
        )
        for (const part of read) expect(Object.keys(part)).not.toContain('sections')
      }
    }
  })
})
