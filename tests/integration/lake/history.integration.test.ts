import { applyPatch } from 'mendoza'
import { startLake, type TestLake } from '../../support/lake.ts'

let lake: TestLake
const revisions: string[] = []
beforeAll(async () => {
  lake = await startLake()
  const editor = lake.client('editor')
  const pair = { draftId: 'drafts.a', publishedId: 'a' }
  const done = [
    await editor.action({
      actionType: 'sanity.action.document.create',
      publishedId: 'a',
      attributes: { _id: 'drafts.a', _type: 'article', headline: 'One' },
      ifExists: 'fail',
    }),
    await editor.action({ actionType: 'sanity.action.document.publish', ...pair }),
    await editor.action({
      actionType: 'sanity.action.document.edit',
      ...pair,
      patch: { set: { headline: 'Two' } },
    }),
    await editor.action({ actionType: 'sanity.action.document.version.discard', versionId: 'drafts.a' }),
  ]
  revisions.push(...done.map(({ transactionId }) => transactionId))
})
afterAll(() => lake.close())

async function get(path: string, token: string | undefined = lake.tokens.viewer) {
  return fetch(`${lake.url}/v2025-02-19/data/history/production${path}`, {
    headers: token ? { authorization: `Bearer ${token}` } : {},
  })
}
const lines = async (answer: Response) =>
  (await answer.text())
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

describe('the history of a document', () => {
  it('lists its transactions oldest first, with effects that lead from one state to the next', async () => {
    const told = await lines(await get('/transactions/a,drafts.a?effectFormat=mendoza&excludeContent=true'))
    expect(told.map(({ id }) => id)).toEqual(revisions)
    expect(told[1].documentIDs).toEqual(['a', 'drafts.a'])
    const states = told.reduce((state, { effects }) => {
      const draft = effects['drafts.a']
      return draft ? applyPatch(state, draft.apply) : state
    }, null)
    expect(states).toBeNull()
  })

  it('goes on from a transaction, that one included, and backwards', async () => {
    const from = await lines(await get(`/transactions/drafts.a?fromTransaction=${revisions[2]}`))
    expect(from.map(({ id }) => id)).toEqual(revisions.slice(2))
    const back = await lines(await get('/transactions/drafts.a?reverse=true&limit=1'))
    expect(back.map(({ id }) => id)).toEqual([revisions[3]])
  })

  it('shows documents as they were', async () => {
    const at = async (query: string) => (await (await get(`/documents/a,drafts.a?${query}`)).json()).documents
    const shown = (documents: { _id: string; headline: string }[]) =>
      documents.map((one) => [one._id, one.headline])
    expect(shown(await at(`revision=${revisions[0]}`))).toEqual([['drafts.a', 'One']])
    expect(shown(await at(`revision=${revisions[2]}`))).toEqual([
      ['a', 'One'],
      ['drafts.a', 'Two'],
    ])
    expect(shown(await at('lastRevision=true'))).toEqual([
      ['a', 'One'],
      ['drafts.a', 'Two'],
    ])
    expect(shown(await at(`time=${new Date(Date.now() + 1000).toISOString()}`))).toEqual([['a', 'One']])
    expect(await at('time=2001-01-01T00:00:00Z')).toEqual([])
  })

  it('has a timeline, newest first, in pages', async () => {
    const page = async (query: string) => await (await get(`/events/documents/a?${query}`)).json()
    const whole = await page('limit=10')
    expect(whole.events.a.map(({ type }: { type: string }) => type)).toEqual([
      'deleteDocumentVersion',
      'createDocumentVersion',
      'publishDocumentVersion',
      'createDocumentVersion',
    ])
    expect(whole.events.a[2]).toMatchObject({
      versionId: 'drafts.a',
      versionRevisionId: revisions[0],
      revisionId: revisions[1],
      publishCause: 'document.publish',
    })
    expect(whole.nextCursor).toBe('')
    const first = await page('limit=3')
    const second = await page(`limit=3&nextCursor=${first.nextCursor}`)
    expect([...first.events.a, ...second.events.a]).toEqual(whole.events.a)
  })

  it('is not for the world', async () => {
    for (const path of ['/transactions/a', '/documents/a', '/events/documents/a']) {
      expect((await fetch(`${lake.url}/v1/data/history/production${path}`)).status).toBe(401)
    }
  })
})

describe('parts of the hosted API that the lake does not have', () => {
  it('answer 501 in a sentence', async () => {
    const answer = await fetch(`${lake.url}/v1/data/unheard-of/production`)
    expect(answer.status).toBe(501)
    expect((await answer.json()).message).toBe(
      'GET /data/unheard-of/production is not part of the embedded content lake.',
    )
  })
})
