import type { SeededRandom } from '../../../support/seededRandom.ts'
import { secretWord } from './twins.ts'

/** A request that anybody can send. */
export interface GuestRequest {
  method: string
  path: string
  headers?: Record<string, string>
  body?: string
}

type Choices = readonly [string, ...string[]]

const ids: Choices = [
  'article-1',
  'article-2',
  'article-3',
  'article-5',
  'article-6',
  'article-8',
  'person-1',
  'plan-1',
  'plan-2',
  'preview-key',
  'drafts.article-0',
  'drafts.article-1',
  'drafts.article-2',
  'drafts.nothing',
  'versions.summer.article-1',
  'versions.winter.article-8',
  'versions.winter.nothing',
  '_.groups.editors',
  '_.groups.nobody',
  'secret.thing',
  'a.b.c',
]

const filters: Choices = [
  'true',
  '_type == "article"',
  '_type in ["article", "system.plan", "sanity.previewUrlSecret"]',
  '_type match "system*"',
  '_id in path("drafts.**")',
  '_id in path("versions.summer.*")',
  '_id in path("*")',
  '_id in path("_.**")',
  '!(_id in path("*"))',
  '_id == $id',
  '_id in $ids',
  '_id match "drafts*"',
  '_id > "b"',
  'string::startsWith(_id, "drafts.")',
  'references($id)',
  'references(*[_type == "system.plan"]._id)',
  'references("person-1", "person-2")',
  'author._ref == "person-1"',
  'author->name match "Ada*"',
  'slug.current == "talks-1"',
  `slug.current == "${secretWord}-1"`,
  'slug.current in ["talks-1", "talks-2"]',
  'publishedAt > "2026-10-02"',
  'publishedAt <= "2026-10-03T00:00:00Z" && _type == "article"',
  '_createdAt > "2026-11-01T08:00:04Z"',
  'rank > 2',
  'rank > 100',
  'defined(note)',
  'defined(companion->headline)',
  'defined(background->note)',
  '!defined(companion->)',
  `text match "${secretWord}"`,
  'text match "bread*"',
  '[headline, text] match ["summit", "bread"]',
  '@ match text::query($words)',
  '[@, _id] match text::query($words)',
  'text match text::query($words)',
  'sanity::versionOf("article-1")',
  'sanity::partOfRelease("summer")',
  'count(*[references(^._id)]) > 0',
  'count(*[_id == "drafts." + ^._id]) > 0',
  '_id in *[_type == "article"].author._ref',
  '_rev == "transaction-4"',
  'identity() == "anonymous"',
  'delta::operation() == "create"',
]

const projections: Choices = [
  '',
  '._id',
  '{_id, _rev, rank}',
  '{..., "a": author->}',
  '{"companion": companion->{headline}, "background": background->note}',
  '{_id, "draft": *[_id == "drafts." + ^._id][0]}',
  '{_id, "versions": *[sanity::versionOf(^._id)]._id}',
  '{_id, "by": count(*[references(^._id)]), "of": *[references(^._id)]{_id}}',
  '{_id, "all": count(*), "sum": math::sum(*.rank), "max": math::max(*[].rank)}',
  '{_id, _originalId, "system": _system}',
  '{"types": array::unique(*._type)}',
  '{_id, "nth": *[_type == ^._type] | order(rank desc)[0]._id}',
]

const orders: Choices = [
  '',
  ' | order(_id desc)',
  ' | order(rank desc)',
  ' | order(_updatedAt desc, _id)',
  ' | order(count(*[references(^._id)]) desc, _id)',
  ' | order(companion->rank desc, rank)',
  ' | score(text match "bread")',
  ' | score(headline match "summit", boost(text match "bread", 3))',
  ' | score([@, _id] match text::query($words)) | order(_score desc)',
  ' | score(text match text::query("bread"), boost(rank > 3, 2)) | order(_score desc)',
]

const slices: Choices = ['', '', '[0]', '[-1]', '[0...2]', '[1..3]', '[2...100]']

const expressions: Choices = [
  'count(*)',
  'count(*[_type == "article"])',
  'count(*[_id in path("drafts.**")])',
  'array::unique(*._type)',
  'math::sum(*.rank)',
  'math::avg(*[_type == "article"].rank)',
  '*[0...3]._id + *[-3..-1]._id',
  '{"a": count(*), "b": *[_id == "plan-1"][0], "c": *[_type == "system.plan"]}',
  '*[_id == "article-1"][0].companion->',
  'releases::all()',
  'sanity::dataset() + identity()',
  'array::join(*._id, ",")',
  '*[_id == $id][0]',
  '*[_id == $id][0]._rev',
  'select(count(*[_id == $id]) > 0 => 1/0, *[_type ==',
  '*[_type == ',
  'nothing::known(*)',
  '*[_id == $absent]',
  'coalesce(*[_id == $id][0]._id, "none")',
]

const words: Choices = [secretWord, 'bread', 'summit brid*', '"of bread"', 'bread -zwiebelfisch', '*']
const perspectives: Choices = [
  '',
  'raw',
  'published',
  'drafts',
  'previewDrafts',
  'summer',
  'summer,drafts',
  'winter,summer',
  'autumn',
  'raw,drafts',
  'drafts,published',
]
const versions: Choices = ['v1', 'v2021-10-21', 'v2025-02-19', 'vX']
const releases: Choices = ['summer', 'winter', 'autumn']

/** Requests to everything that the lake answers, written by chance. */
export function guestRequests(random: SeededRandom, count: number): GuestRequest[] {
  return Array.from({ length: count }, (_, place) => (place % 3 === 2 ? other(random) : query(random)))
}

function query(random: SeededRandom): GuestRequest {
  const text =
    random.below(4) === 0
      ? random.pick(expressions)
      : `*[${random.pick(filters)}]${random.pick(orders)}${random.pick(slices)}${random.pick(projections)}`
  const counted = random.below(5) === 0 ? `count(${text})` : text
  const params = {
    id: random.pick(ids),
    ids: [random.pick(ids), random.pick(ids)],
    words: random.pick(words),
  }
  const options = new URLSearchParams()
  const perspective = random.pick(perspectives)
  if (perspective) options.set('perspective', perspective)
  if (random.below(3) === 0) options.set('resultSourceMap', random.pick(['true', 'withKeyArraySelector']))
  if (random.below(4) === 0) options.set('returnQuery', 'false')
  if (random.below(6) === 0) options.set('lastLiveEventId', 'transaction-4#drafts.article-1')
  const path = `/${random.pick(versions)}/data/query/production`
  if (random.below(3) === 0) {
    const headers = { 'content-type': 'application/json' }
    return {
      method: 'POST',
      path: `${path}?${options}`,
      headers,
      body: JSON.stringify({ query: counted, params }),
    }
  }
  options.set('query', counted)
  for (const [name, value] of Object.entries(params)) options.set(`$${name}`, JSON.stringify(value))
  return { method: random.below(10) === 0 ? 'HEAD' : 'GET', path: `${path}?${options}` }
}

function other(random: SeededRandom): GuestRequest {
  const version = random.pick(versions)
  const id = random.pick(ids)
  const some = [id, random.pick(ids), random.pick(ids)].join(',')
  const mutations = mutationsOf(random)
  const json = { 'content-type': 'application/json' }
  const asks: readonly [GuestRequest, ...GuestRequest[]] = [
    get(`data/doc/production/${some}`),
    get(`data/doc/production/${id}?includeAllVersions=true`),
    get(`data/doc/production/${some}?excludeContent=true&includeAllVersions=true`),
    get('data/export/production'),
    get(`data/export/production?types=article,system.plan,${random.pick(['person', 'system.group'])}`),
    get(`data/history/production/documents/${some}?revision=transaction-${random.below(9)}`),
    get(`data/history/production/documents/${id}?lastRevision=true`),
    get(`data/history/production/transactions/${some}?excludeContent=true`),
    get(`data/history/production/events/documents/${id}`),
    get(`data/history/production/events/releases/${random.pick(releases)}`),
    get(`data/references/production/documents/${id}/to`),
    {
      method: 'POST',
      path: `/${version}/data/mutate/production?returnDocuments=true`,
      headers: json,
      body: mutations,
    },
    {
      method: 'POST',
      path: `/${version}/data/mutate/production?dryRun=true`,
      headers: json,
      body: mutations,
    },
    { method: 'POST', path: `/${version}/data/actions/production`, headers: json, body: actionsOf(random) },
    { method: 'DELETE', path: `/${version}/assets/images/production/${id}` },
    { method: 'POST', path: `/${version}/assets/files/production`, body: 'bytes' },
    { method: 'OPTIONS', path: `/${version}/data/doc/production/${id}` },
    { method: 'HEAD', path: `/${version}/data/doc/production/${some}` },
    { method: 'PUT', path: `/${version}/data/doc/production/${id}` },
    get(`images/meridian/production/${id}`),
    get(`files/meridian/production/${id}`),
    get('users/me'),
    get(`users/${id}`),
    get('projects'),
    get('projects/meridian'),
    get('projects/meridian/datasets'),
    get('projects/meridian/datasets/production/acl'),
    get('projects/meridian/datasets/production/settings/indexing'),
    get('projects/meridian/grants'),
    get('projects/meridian/tokens'),
    get('projects/meridian/cors'),
    get('projects/meridian/features'),
    get('projects/meridian/new-content-release-allowed'),
    get('hooks/projects/meridian'),
    get('datasets'),
    get('features'),
    get('health'),
    get('check/cors'),
    get('data/ping/production'),
    get('schedules/meridian/production'),
    get(`data/nothing/production/${id}`),
    get(`data/query/${id}?query=1`),
  ]
  return random.pick(asks)

  function get(path: string): GuestRequest {
    return { method: 'GET', path: `/${version}/${path}` }
  }
}

function mutationsOf(random: SeededRandom): string {
  const id = random.pick(ids)
  const mutation = [
    { create: { _id: id, _type: 'article' } },
    { createIfNotExists: { _id: id, _type: 'article' } },
    { delete: { id } },
    { delete: { query: '*[_type == $type]', params: { type: 'system.plan' } } },
    { patch: { id, ifRevisionID: 'transaction-3', set: { rank: 1 } } },
    { patch: { query: '*[_id in path("drafts.**")]', set: { rank: 1 } } },
    { nonsense: id },
  ][random.below(7)]
  return JSON.stringify({ mutations: [mutation], transactionId: `transaction-${random.below(9)}` })
}

function actionsOf(random: SeededRandom): string {
  const publishedId = random.pick(['article-1', 'article-6', 'article-9'])
  const draftId = `drafts.${publishedId}`
  const action = [
    { actionType: 'sanity.action.document.publish', draftId, publishedId },
    { actionType: 'sanity.action.document.version.discard', versionId: draftId },
    { actionType: 'sanity.action.release.publish', releaseId: random.pick(releases) },
    { actionType: 'sanity.action.document.edit', draftId, publishedId, patch: { set: { rank: 1 } } },
  ][random.below(4)]
  return JSON.stringify({ actions: [action], dryRun: random.below(2) === 0 })
}
