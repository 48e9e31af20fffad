import type { ListenEvent, MutationEvent } from '@sanity/client'
import { applyPatch } from 'mendoza'
import { startLake, type TestLake } from '../../support/lake.ts'
import { waitFor } from '../../support/waitFor.ts'

type Fields = Record<string, unknown>
let lake: TestLake
beforeAll(async () => {
  lake = await startLake()
})
afterAll(() => lake.close())

async function listen(role: 'editor' | undefined, query: string, params: Fields = {}) {
  const heard: ListenEvent<Fields>[] = []
  const subscription = lake
    .client(role)
    .listen(query, params, {
      events: ['welcome', 'mutation'],
      effectFormat: 'mendoza',
      includeAllVersions: true,
    })
    .subscribe({ next: (event) => heard.push(event), error: () => heard.push({ type: 'reconnect' }) })
  await waitFor(async () => expect(heard.length).toBeGreaterThan(0))
  return {
    heard,
    mutations: () => heard.filter((event): event is MutationEvent => event.type === 'mutation'),
    end: () => subscription.unsubscribe(),
  }
}

const editor = () => lake.client('editor', { perspective: 'raw' })

describe('listening', () => {
  it('tells every step of a document in effects from which it can be followed', async () => {
    const listener = await listen('editor', '*[_id in path("drafts.**") || _id == $id]', { id: 'followed' })
    await editor().create({
      _id: 'drafts.followed',
      _type: 'article',
      headline: 'One',
      points: [{ _key: 'a', text: 'Ō' }],
    })
    await editor()
      .patch('drafts.followed')
      .set({ headline: 'Won', 'points[_key=="a"].text': 'Ōsaka' })
      .commit()
    await editor()
      .patch('drafts.followed')
      .insert('after', 'points[-1]', [{ _key: 'b' }])
      .unset(['headline'])
      .commit()
    await waitFor(async () => expect(listener.mutations()).toHaveLength(3))
    let document: Fields | null = null
    let revision: string | undefined
    for (const event of listener.mutations()) {
      expect(event.previousRev).toBe(revision)
      document = applyPatch(document, event.effects?.apply ?? [])
      revision = event.resultRev
    }
    const { _rev, ...stored } = (await editor().getDocument('drafts.followed')) ?? {}
    expect(document).toEqual(stored)
    expect(revision).toBe(_rev)
    listener.end()
  })

  it('tells publishing as one transaction of two events', async () => {
    await editor().create({ _id: 'drafts.two', _type: 'article' })
    const listener = await listen('editor', '*[_id == "two" || _id == "drafts.two"]')
    await editor().action({
      actionType: 'sanity.action.document.publish',
      draftId: 'drafts.two',
      publishedId: 'two',
    })
    await waitFor(async () => expect(listener.mutations()).toHaveLength(2))
    expect(
      listener.mutations().map((event) => [event.documentId, event.transition, event.transactionTotalEvents]),
    ).toEqual([
      ['two', 'appear', 2],
      ['drafts.two', 'disappear', 2],
    ])
    expect(listener.mutations().map((event) => event.resultRev)).toEqual(
      listener.mutations().map((event) => event.transactionId),
    )
    listener.end()
  })

  it('says when a document comes into the query and leaves it', async () => {
    const listener = await listen('editor', '*[_type == "banner" && count(lines[@ match "peace*"]) > 0]')
    await editor().create({ _id: 'banner', _type: 'banner', lines: ['war'] })
    await editor()
      .patch('banner')
      .set({ lines: ['peaceful'] })
      .commit()
    await editor()
      .patch('banner')
      .set({ lines: ['war'] })
      .commit()
    await waitFor(async () => expect(listener.mutations()).toHaveLength(2))
    expect(listener.mutations().map(({ transition }) => transition)).toEqual(['appear', 'disappear'])
    listener.end()
  })

  it('tells the world nothing of drafts', async () => {
    const world = await listen(undefined, '*')
    await editor().create({ _id: 'drafts.hidden', _type: 'article' })
    await editor().action({
      actionType: 'sanity.action.document.publish',
      draftId: 'drafts.hidden',
      publishedId: 'hidden',
    })
    await waitFor(async () => expect(world.mutations()).toHaveLength(1))
    expect(world.mutations()[0]).toMatchObject({ documentId: 'hidden', transactionTotalEvents: 1 })
    expect(JSON.stringify(world.heard)).not.toContain('drafts.')
    world.end()
  })

  it('ends with an error in words when the query is none', async () => {
    const answer = await fetch(`${lake.url}/v1/data/listen/production?query=${encodeURIComponent('*[')}`)
    expect(await answer.text()).toContain('event: channelError\ndata: {"message":"Unexpected end of query"}')
  })

  it('stops with its reader', async () => {
    const { bus } = lake.lake.context
    const before = bus.listenerCount('transaction')
    const listener = await listen('editor', '*')
    expect(bus.listenerCount('transaction')).toBe(before + 1)
    listener.end()
    await waitFor(async () => expect(bus.listenerCount('transaction')).toBe(before))
  })
})

describe('live events', () => {
  async function follow(path: string, headers: Record<string, string> = {}) {
    const answer = await fetch(`${lake.url}/vX/data/live/events/production${path}`, { headers })
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
    let text = ''
    const read = async (wanted: string) => {
      while (!text.includes(wanted)) {
        const piece = await reader?.read()
        if (!piece || piece.done) throw new Error(`The stream ended with: ${text}`)
        text += piece.value
      }
      return text
    }
    return { answer, read, end: () => reader?.cancel() }
  }

  it('carry the tags of the queries that a change concerns', async () => {
    const { syncTags } = await lake.client().fetch('*[_type == "topic"]', {}, { filterResponse: false })
    const live = await follow('')
    await live.read('event: welcome')
    await editor().create({ _id: 'drafts.topic', _type: 'topic' })
    await editor().create({ _id: 'topic', _type: 'topic' })
    const text = await live.read('event: message')
    expect(text).toContain(syncTags?.[0])
    expect(text.match(/event: message/g)).toHaveLength(1)
    live.end()
  })

  it('make up for what was missed', async () => {
    const before = await follow('')
    const [, id = ''] = /^id: (.*)\n\n$/m.exec(await before.read('event: welcome')) ?? []
    before.end()
    await editor().create({ _id: 'missed', _type: 'topic' })
    const live = await follow('', { 'last-event-id': id })
    expect(await live.read('event: message')).toContain('s1:doc:missed')
    live.end()
  })

  it('tell of drafts only those who may read them', async () => {
    expect((await follow('?includeDrafts=true')).answer.status).toBe(401)
    const live = await follow('?includeDrafts=true', { authorization: `Bearer ${lake.tokens.viewer}` })
    await live.read('event: welcome')
    await editor().create({ _id: 'drafts.told', _type: 'topic' })
    expect(await live.read('event: message')).toContain('s1:doc:told')
    live.end()
  })
})
