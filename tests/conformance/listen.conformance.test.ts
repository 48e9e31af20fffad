import type { ListenOptions, MutationEvent } from '@sanity/client'
import { applyPatch } from 'mendoza'
import { readStream } from '../support/conformanceStream.ts'
import { targetOfFile } from '../support/conformanceTarget.ts'
import { waitFor } from '../support/waitFor.ts'

const target = targetOfFile()
const client = () => target().client()
const id = (name: string) => target().id(name)

const open: (() => void)[] = []
afterEach(() => {
  for (const end of open.splice(0)) end()
})

/** Listens with Sanity's client, from its welcome on; `$type` is `kind` of this file. */
async function listen(
  kind: string,
  options: ListenOptions = {},
  query = '*[_type == $type]',
  hear: (event: MutationEvent) => void = () => {},
) {
  const heard: MutationEvent[] = []
  const failed: unknown[] = []
  let welcomed = false
  const subscription = client()
    .listen(query, { type: target().type(kind) }, { events: ['welcome', 'mutation'], ...options })
    .subscribe({
      next: (event) => {
        if (event.type === 'mutation') {
          heard.push(event)
          hear(event)
        }
        if (event.type === 'welcome') welcomed = true
      },
      error: (error) => failed.push(error),
    })
  open.push(() => subscription.unsubscribe())
  await waitFor(async () => expect([welcomed, failed]).toEqual([true, []]))
  const until = async (count: number) => {
    await waitFor(async () => expect(heard.length).toBeGreaterThanOrEqual(count))
    return heard
  }
  return { heard, until }
}

const make = (name: string, kind: string, fields: object = {}) => ({
  _id: id(name),
  _type: target().type(kind),
  ...fields,
})

describe('a listener', () => {
  it('hears a document appear, change and disappear', async () => {
    const { until } = await listen('life')
    await client().create(make('life', 'life', { title: 'One' }))
    await client().patch(id('life')).set({ title: 'Two' }).commit()
    await client().delete(id('life'))
    const [appear, update, disappear] = await until(3)
    expect(appear).toMatchObject({ documentId: id('life'), transition: 'appear', result: { title: 'One' } })
    expect(update).toMatchObject({ documentId: id('life'), transition: 'update', result: { title: 'Two' } })
    expect(disappear).toMatchObject({ documentId: id('life'), transition: 'disappear' })
    expect(disappear?.result ?? undefined).toBeUndefined()
  })

  it('is told who did it, when and in which transaction', async () => {
    const { until } = await listen('told')
    const { transactionId } = await client()
      .transaction()
      .create(make('told', 'told'))
      .transactionId(id('telling'))
      .commit()
    const [event] = await until(1)
    expect(event).toMatchObject({
      eventId: expect.stringContaining(transactionId),
      transactionId,
      identity: expect.stringMatching(/./),
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      resultRev: transactionId,
      visibility: expect.stringMatching(/^(query|transaction)$/),
      transactionTotalEvents: 1,
      transactionCurrentEvent: 0,
    })
  })

  it('can follow each document from revision to revision', async () => {
    const { until } = await listen('chain')
    await client().create(make('chain', 'chain', { count: 0 }))
    for (let step = 0; step < 5; step += 1) await client().patch(id('chain')).inc({ count: 1 }).commit()
    const events = await until(6)
    let revision: string | undefined
    for (const event of events) {
      expect(event.previousRev).toBe(revision)
      revision = event.resultRev
    }
    expect(revision).toBe((await client().getDocument(id('chain')))?._rev)
  })

  it('hears a document come into its filter and leave it', async () => {
    const { until } = await listen('filtered', {}, '*[_type == $type && flag == true]')
    await client().create(make('filtered', 'filtered', { flag: false }))
    await client().patch(id('filtered')).set({ flag: true }).commit()
    await client().patch(id('filtered')).set({ title: 'x' }).commit()
    await client().patch(id('filtered')).set({ flag: false }).commit()
    const events = await until(3)
    expect(events.map(({ transition }) => transition)).toEqual(['appear', 'update', 'disappear'])
  })

  it('goes by the filter alone: order, slice and projection do not count', async () => {
    const { until } = await listen('sliced', {}, '*[_type == $type] | order(title desc) [0...1] {title}')
    await client().create(make('sliced-1', 'sliced', { title: 'b', more: 1 }))
    await client().create(make('sliced-2', 'sliced', { title: 'a' }))
    const events = await until(2)
    expect(events[0]?.result).toMatchObject({ title: 'b', more: 1 })
  })

  it('is told how many events of a transaction are for it', async () => {
    const { until } = await listen('counted')
    await client()
      .transaction()
      .create(make('counted-1', 'counted'))
      .create(make('uncounted', 'else'))
      .create(make('counted-2', 'counted'))
      .commit()
    const events = await until(2)
    expect(events.map((event) => [event.transactionTotalEvents, event.transactionCurrentEvent])).toEqual([
      [2, 0],
      [2, 1],
    ])
  })

  it('hears publishing as one transaction', async () => {
    await client().create({ ...make('x', 'published'), _id: `drafts.${id('published')}` })
    const { until } = await listen('published', { includeAllVersions: true })
    const { transactionId } = await client().action({
      actionType: 'sanity.action.document.publish',
      draftId: `drafts.${id('published')}`,
      publishedId: id('published'),
    })
    const events = await until(2)
    const byId = Object.fromEntries(events.map((event) => [event.documentId, event]))
    expect(byId[id('published')]).toMatchObject({
      transition: 'appear',
      transactionId,
      transactionTotalEvents: 2,
    })
    expect(byId[`drafts.${id('published')}`]).toMatchObject({ transition: 'disappear', transactionId })
  })
})

describe('what a listener asks for', () => {
  it('effects: they make each version of the document out of the one before, and back', async () => {
    const { until } = await listen('mendoza', { effectFormat: 'mendoza' })
    const points = [{ _key: 'a', text: 'Ōsaka 🗾' }, { _key: 'b' }]
    await client().create(make('mendoza', 'mendoza', { title: 'One', points }))
    await client().patch(id('mendoza')).set({ title: 'Won', 'points[0].text': 'In Ōsaka 🗾!' }).commit()
    await client()
      .patch(id('mendoza'))
      .insert('before', 'points[0]', [{ _key: 'c' }])
      .unset(['title'])
      .commit()
    await client().patch(id('mendoza')).unset(['points[1]']).commit()
    const states: unknown[] = [null]
    for (const { effects, result } of await until(4)) {
      const state: unknown = applyPatch(states.at(-1), effects?.apply ?? [])
      const { _rev, ...expected } = result ?? {}
      expect(state).toEqual(expected)
      expect(applyPatch(state, effects?.revert ?? [])).toEqual(states.at(-1))
      states.push(state)
    }
  })

  it('mutations: what was done, in the words of mutations', async () => {
    const { until } = await listen('mutations')
    await client().create(make('mutations', 'mutations'))
    await client().patch(id('mutations')).set({ title: 'x' }).commit()
    const events = await until(2)
    expect(events[0]?.mutations).toMatchObject([{ create: { _id: id('mutations') } }])
    expect(events[1]?.mutations).toMatchObject([{ patch: { id: id('mutations'), set: { title: 'x' } } }])
  })

  it('no mutations, no result', async () => {
    const { until } = await listen('bare', { includeMutations: false, includeResult: false })
    await client().create(make('bare', 'bare'))
    const [event] = await until(1)
    expect(event?.mutations ?? []).toEqual([])
    expect(event?.result).toBeUndefined()
    expect(event).toMatchObject({ documentId: id('bare'), transition: 'appear' })
  })

  it('the document as it was before', async () => {
    const { until } = await listen('previous', { includePreviousRevision: true })
    await client().create(make('previous', 'previous', { title: 'One' }))
    await client().patch(id('previous')).set({ title: 'Two' }).commit()
    await client().delete(id('previous'))
    const events = await until(3)
    expect(events.map(({ previous }) => previous?.title ?? null)).toEqual([null, 'One', 'Two'])
  })

  it('drafts and versions only when it says so', async () => {
    const published = await listen('layers')
    const all = await listen('layers', { includeAllVersions: true })
    await client().create({ ...make('x', 'layers'), _id: `drafts.${id('layers')}` })
    await client().create(make('layers', 'layers'))
    await all.until(2)
    await published.until(1)
    expect(all.heard.map(({ documentId }) => documentId)).toEqual([`drafts.${id('layers')}`, id('layers')])
    expect(published.heard.map(({ documentId }) => documentId)).toEqual([id('layers')])
  })

  it('events that queries already see', async () => {
    const seen: unknown[] = []
    const look = ({ documentId }: MutationEvent) =>
      client()
        .fetch('*[_id == $documentId][0]._id', { documentId })
        .then((found) => seen.push(found))
        .catch((error: unknown) => seen.push(error))
    await listen('visible', { visibility: 'query' }, '*[_type == $type]', look)
    const names = ['v1', 'v2', 'v3']
    for (const name of names) await client().create(make(name, 'visible'))
    await waitFor(async () => expect(seen.toSorted()).toEqual(names.map(id)))
  })
})

describe('the stream', () => {
  const connect = (query: string, more = '', init: { token?: null; lastEventId?: string } = {}) =>
    readStream((signal) => {
      const headers = new Headers(init.lastEventId === undefined ? {} : { 'last-event-id': init.lastEventId })
      const path = `/data/listen/${target().dataset}?query=${encodeURIComponent(query)}${more}`
      return target().ask(path, { signal, headers, ...(init.token === null ? { token: null } : {}) })
    })
  const filter = (kind: string) => `*[_type == "${target().type(kind)}"]`

  it('begins with a welcome, and each event has an id', async () => {
    const stream = await connect(filter('stream'))
    open.push(stream.end)
    expect(stream).toMatchObject({ status: 200, contentType: expect.stringContaining('text/event-stream') })
    const [welcome] = await stream.until('welcome')
    expect(stream.events[0]).toBe(welcome)
    expect(welcome?.data).toEqual({ listenerName: expect.stringMatching(/./) })
    await client().create(make('stream', 'stream'))
    const [mutation] = await stream.until('mutation')
    expect(mutation?.id).toMatch(/./)
    expect(mutation?.data).toMatchObject({ eventId: mutation?.id, documentId: id('stream') })
  })

  it('tells a listener that comes back what it has missed, where it asked to be able to', async () => {
    const resumable = '&enableResume=true&includeResult=true'
    const first = await connect(filter('back'), resumable)
    await first.until('welcome')
    await client().create(make('back', 'back', { count: 0 }))
    const [last] = await first.until('mutation')
    first.end()
    await client().patch(id('back')).inc({ count: 1 }).commit()
    await client().patch(id('back')).inc({ count: 1 }).commit()
    const second = await connect(filter('back'), resumable, { lastEventId: last?.id ?? '' })
    open.push(second.end)
    await second.until('welcomeback')
    await second.until('mutation', 2)
    await client().patch(id('back')).inc({ count: 1 }).commit()
    const events = await second.until('mutation', 3)
    expect(second.events[0]?.event).toBe('welcomeback')
    expect(events.map(({ data }) => data)).toMatchObject([
      { result: { count: 1 } },
      { result: { count: 2 } },
      { result: { count: 3 } },
    ])
  })

  it('tells a listener whose place is lost to begin anew', async () => {
    const stream = await connect(filter('lost'), '&enableResume=true', { lastEventId: 'nobody#knows-this' })
    open.push(stream.end)
    await waitFor(async () => expect(stream.events.map(({ event }) => event)).not.toEqual([]))
    expect(['reset', 'welcome']).toContain(stream.events[0]?.event)
  })

  it('says in words why it cannot listen to a query', async () => {
    const stream = await connect('*[_type == ')
    open.push(stream.end)
    if (stream.status !== 200) return expect(stream.status).toBe(400)
    const [error] = await stream.until('channelError')
    expect(error?.data).toEqual({ message: expect.stringMatching(/./) })
  })

  it('tells a stranger nothing of drafts', async () => {
    const stream = await connect(filter('secret'), '&includeAllVersions=true', { token: null })
    open.push(stream.end)
    await stream.until('welcome')
    await client().create({ ...make('x', 'secret'), _id: `drafts.${id('secret')}` })
    await client().create(make('secret', 'secret'))
    const events = await stream.until('mutation')
    expect(JSON.stringify(events)).not.toContain('drafts.')
    expect(events).toHaveLength(1)
  })

  it('is not there for a dataset that is not there', async () => {
    const response = await target().ask('/data/listen/nobody-made-this-one?query=*')
    expect(response.status).toBe(404)
  })
})
