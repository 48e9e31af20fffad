import { createServer } from 'node:http'
import type { Action } from '@sanity/client'
import { lastSeq } from '../../../lake/store/changes.ts'
import { purgeHistories } from '../../../lake/store/purges.ts'
import { insertWebhook } from '../../../lake/store/webhooks.ts'
import { readStream } from '../../support/conformanceStream.ts'
import { startLake, type TestLake } from '../../support/lake.ts'
import { waitFor } from '../../support/waitFor.ts'

let lake: TestLake
beforeEach(async () => {
  lake = await startLake()
})
afterEach(() => lake.close())

const secret = 'nobody may ever read this again'
const editor = () => lake.client('editor', { perspective: 'raw' })
const act = (action: Action | Action[]) => editor().action(action)

async function history(path: string): Promise<string> {
  const answer = await fetch(`${lake.url}/v2025-02-19/data/history/production/${path}`, {
    headers: { authorization: `Bearer ${lake.tokens.administrator}` },
  })
  return answer.text()
}

/** Where the secret is still written down. */
function placesOfSecret(): string[] {
  const { database } = lake.lake.context
  const look = (table: string, columns: string) =>
    database
      .prepare(`SELECT count(*) AS found FROM ${table} WHERE concat_ws(' ', ${columns}) LIKE ?`)
      .get(`%${secret}%`)?.found
  return [
    ['changes', 'mutations, effects, body'],
    ['transactions', 'results'],
    ['document_events', 'body'],
    ['stored_documents', 'body'],
  ].flatMap(([table = '', columns = '']) => (look(table, columns) ? [table] : []))
}

/** Published twice and with a draft, in transactions that also touch another document. */
async function makeStory(): Promise<void> {
  const pair = { draftId: 'drafts.story', publishedId: 'story' }
  const edit = (text: string): Action => ({
    actionType: 'sanity.action.document.edit',
    ...pair,
    patch: { set: { text } },
  })
  await editor()
    .transaction()
    .create({ _id: 'story', _type: 'article', text: secret })
    .create({ _id: 'bystander', _type: 'article', text: 'for everybody' })
    .commit()
  await act([edit(`${secret}!`), { actionType: 'sanity.action.document.publish', ...pair }])
  await act(edit(`${secret}?`))
}
const removeStory = (purge: boolean): Action => ({
  actionType: 'sanity.action.document.delete',
  publishedId: 'story',
  includeDrafts: ['drafts.story'],
  purge,
})

describe('a document that is deleted with its history', () => {
  it('leaves nothing of what it was, anywhere', async () => {
    await makeStory()
    expect(placesOfSecret()).toEqual(['changes', 'stored_documents'])
    await act(removeStory(true))
    expect(placesOfSecret()).toEqual([])
    for (const path of [
      'transactions/story,drafts.story?effectFormat=mendoza',
      'documents/story,drafts.story?lastRevision=true',
      'events/documents/story',
      'events/documents/drafts.story',
    ]) {
      expect(await history(path)).not.toMatch(/secret|nobody|Version|"apply"|"_id"/)
    }
  })

  it('leaves the history of others alone', async () => {
    await makeStory()
    await act(removeStory(true))
    const told = await history('transactions/bystander?effectFormat=mendoza')
    expect(told).toContain('for everybody')
    expect(told).not.toContain(secret)
    expect(await history('documents/bystander?lastRevision=true')).toContain('for everybody')
  })

  it('keeps its history when that was not asked for', async () => {
    await makeStory()
    await act(removeStory(false))
    expect(await history('documents/story?lastRevision=true')).toContain(secret)
  })

  it('may come again, with a history from then on', async () => {
    await makeStory()
    await act(removeStory(true))
    await editor().create({ _id: 'story', _type: 'article', text: 'new' })
    purgeHistories(lake.lake.context.database)
    expect(await history('documents/story?lastRevision=true')).toContain('new')
    expect(await history('events/documents/story')).toContain('createLiveDocument')
  })

  it('is a draft alone where only that is discarded', async () => {
    await makeStory()
    await act({
      actionType: 'sanity.action.document.version.discard',
      versionId: 'drafts.story',
      purge: true,
    })
    expect(await history('documents/drafts.story?lastRevision=true')).not.toContain(secret)
    expect(await history('documents/story?lastRevision=true')).toContain(`${secret}!`)
  })

  it('is not purged by a dry run, nor by a request that fails', async () => {
    await makeStory()
    await editor().action(removeStory(true), { dryRun: true })
    await editor().create({
      _id: 'holder',
      _type: 'article',
      to: { _type: 'reference', _ref: 'story' },
    })
    await expect(act(removeStory(true))).rejects.toMatchObject({ statusCode: 409 })
    expect(await history('documents/story?lastRevision=true')).toContain(secret)
  })

  it('makes a listener begin anew that comes back from before', async () => {
    const listen = (lastEventId?: string) =>
      readStream((signal) =>
        fetch(`${lake.url}/v1/data/listen/production?query=*&enableResume=true`, {
          signal,
          headers: {
            authorization: `Bearer ${lake.tokens.viewer}`,
            ...(lastEventId && { 'last-event-id': lastEventId }),
          },
        }),
      )
    const first = await listen()
    await first.until('welcome')
    await makeStory()
    const told = await first.until('mutation', 2)
    first.end()
    await act(removeStory(true))
    const second = await listen(told[1]?.id)
    await second.until('reset')
    expect(JSON.stringify(second.events)).not.toContain(secret)
    await editor().create({ _id: 'after', _type: 'article' })
    const [after] = await second.until('mutation')
    expect(after?.data).toMatchObject({ documentId: 'after' })
    second.end()
  })

  it('is still told of to those who were to be told before', async () => {
    const heard: string[] = []
    const receiver = createServer(async (request, response) => {
      heard.push((await request.setEncoding('utf8').toArray()).join(''))
      response.end()
    })
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
    const address = receiver.address()
    const { database } = lake.lake.context
    insertWebhook(database, {
      id: 'all',
      name: 'All',
      dataset: 'production',
      url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`,
      secret: undefined,
      filter: undefined,
      projection: '{"before": before(), "after": after()}',
      triggers: ['create', 'update', 'delete'],
      includeDrafts: false,
      enabled: true,
      createdAt: new Date().toISOString(),
      cursor: lastSeq(database),
    })
    const made = editor().create({ _id: 'brief', _type: 'article', text: secret })
    const removed = made.then(() =>
      act({
        actionType: 'sanity.action.document.delete',
        publishedId: 'brief',
        includeDrafts: [],
        purge: true,
      }),
    )
    await removed
    expect(await history('transactions/brief')).toBe('')
    await waitFor(async () => expect(heard.filter((body) => body.includes(secret))).toHaveLength(2))
    await waitFor(async () => {
      purgeHistories(database)
      expect(placesOfSecret()).toEqual([])
    })
    await new Promise((resolve) => receiver.close(resolve))
  })
})
