import type { StoredDocument } from '../../support/validateDocuments.ts'

export const reference = (_ref: string, _key?: string) => ({
  _type: 'reference',
  _ref,
  ...(_key !== undefined && { _key }),
})

export const paragraph = (text: string, _key = 'b1') => ({
  _type: 'block',
  _key,
  style: 'normal',
  markDefs: [],
  children: [{ _type: 'span', _key: `${_key}s`, text, marks: [] }],
})

export const picture = (extra: object = {}) => ({
  _type: 'picture',
  asset: reference('image-abc-600x400-jpg'),
  alt: 'A lorry at a border post',
  credit: 'A. Photographer',
  ...extra,
})

export const keyPoint = (extra: object = {}) => ({
  _type: 'keyPoint',
  _key: 'p1',
  text: [paragraph('The ceasefire took effect at noon.')],
  asOf: '2023-09-20',
  standing: 'confirmed',
  sources: [reference('source-un', 's1')],
  ...extra,
})

export const keyPoints = (...points: object[]) => ({
  _type: 'keyPointsSection',
  _key: 'k1',
  heading: 'What happened',
  kind: 'development',
  actor: { _type: 'actor', country: reference('country-armenia') },
  points,
})

const video = {
  _type: 'embed',
  _key: 'v1',
  provider: 'youtube',
  url: 'https://youtu.be/abc',
  title: 'The announcement',
}
const table = {
  _type: 'table',
  _key: 't1',
  caption: 'Arrivals',
  columns: ['Day', 'People'],
  rows: [{ _type: 'tableRow', _key: 'r1', cells: ['24 September', '1,000'] }],
}

/** An article with a section of every kind, as an editor would publish it. */
export const article = (extra: object = {}): StoredDocument => ({
  _id: 'article-ceasefire',
  _type: 'article',
  headline: 'Ceasefire ends a day of fighting',
  slug: { _type: 'slug', current: 'ceasefire' },
  kicker: 'South Caucasus',
  standfirst: 'The sides agreed to stop after a day.',
  category: reference('category-conflict'),
  countries: [reference('country-armenia', 'c1'), reference('country-azerbaijan', 'c2')],
  authors: [reference('author-ada', 'a1')],
  mainMedia: picture(),
  sections: [
    keyPoints(keyPoint(), keyPoint({ _key: 'p2', standing: 'claimed', attribution: 'The ministry' })),
    { _type: 'passage', _key: 'pa1', text: [paragraph('Some words between.')] },
    { _type: 'figure', _key: 'f1', picture: picture() },
    { _type: 'gallery', _key: 'g1', pictures: [picture({ _key: 'g1a' }), picture({ _key: 'g1b' })] },
    { _type: 'pullQuote', _key: 'q1', text: 'It is over.', attribution: 'A resident' },
    {
      _type: 'timeline',
      _key: 'ti1',
      entries: [{ _type: 'timelineEntry', _key: 'e1', date: '1994', text: 'A first ceasefire.' }],
    },
    table,
    video,
    { _type: 'relationBox', _key: 'rb1', relation: reference('relation-armenia-azerbaijan') },
  ],
  closing: [paragraph('What to watch.')],
  language: 'en',
  firstPublishedAt: '2023-09-20T12:00:00Z',
  ...extra,
})

const country = (
  slug: string,
  name: string,
  iso2: string,
  iso3: string,
  isoNumeric: string,
): StoredDocument => ({
  _id: `country-${slug}`,
  _type: 'country',
  name,
  slug: { _type: 'slug', current: slug },
  iso2,
  iso3,
  isoNumeric,
  facts: [{ _type: 'fact', _key: 'f1', kind: 'capital', value: 'A city', checkedOn: '2026-01' }],
})

/** Everything that `article()` refers to. */
export const newsroom: readonly StoredDocument[] = [
  country('armenia', 'Armenia', 'AM', 'ARM', '051'),
  country('azerbaijan', 'Azerbaijan', 'AZ', 'AZE', '031'),
  {
    _id: 'relation-armenia-azerbaijan',
    _type: 'relation',
    countries: [reference('country-armenia', 'a'), reference('country-azerbaijan', 'b')],
    summary: 'Neighbours without a peace treaty.',
  },
  {
    _id: 'category-conflict',
    _type: 'category',
    title: 'Conflict',
    slug: { _type: 'slug', current: 'conflict' },
    accent: 'conflict',
  },
  { _id: 'author-ada', _type: 'author', name: 'Ada', slug: { _type: 'slug', current: 'ada' } },
  { _id: 'source-un', _type: 'source', publisher: 'UN', date: '2023-09' },
  { _id: 'image-abc-600x400-jpg', _type: 'sanity.imageAsset' },
]
