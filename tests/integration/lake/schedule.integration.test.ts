import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Action } from '@sanity/client'
import { z } from 'zod'
import { startLake, type TestLake } from '../../support/lake.ts'
import { waitFor } from '../../support/waitFor.ts'

/** A clock that a test moves: what is due then is done. */
function openClock(start: string) {
  let now = Date.parse(start)
  const waiting = new Set<{ at: number; work: () => void }>()
  return {
    now: () => now,
    schedule: (milliseconds: number, work: () => void) => {
      const timer = { at: now + milliseconds, work }
      waiting.add(timer)
      return () => void waiting.delete(timer)
    },
    moveTo: (time: string) => {
      now = Date.parse(time)
      for (const timer of [...waiting].filter(({ at }) => at <= now)) {
        waiting.delete(timer)
        timer.work()
      }
    },
    /** When the lake will look next. */
    next: () => Math.min(...[...waiting].map(({ at }) => at)),
  }
}

let lake: TestLake
let clock: ReturnType<typeof openClock>
let dataDir: string
const start = () => startLake({ dataDir, now: clock.now, schedule: clock.schedule })
beforeEach(async () => {
  clock = openClock('2026-03-01T12:00:00.000Z')
  dataDir = await mkdtemp(join(tmpdir(), 'meridian-schedule-'))
  lake = await start()
})
afterEach(async () => {
  await lake.close()
  await rm(dataDir, { recursive: true })
})

const editor = () => lake.client('editor', { perspective: 'raw' })
const act = (action: Action | Action[]) => editor().action(action)
const read = (id: string) => editor().getDocument(id)
const release = () => read('_.releases.rNight')
const publishAt = '2026-03-01T12:00:30.000Z'

const addVersion = (id: string, fields: object = {}): Action => ({
  actionType: 'sanity.action.document.version.create',
  publishedId: id,
  document: { _id: `versions.rNight.${id}`, _type: 'article', ...fields },
})
const open = (metadata: object = { releaseType: 'scheduled' }) =>
  editor().releases.create({ releaseId: 'rNight', metadata: { title: 'Night', ...metadata } })
const schedule = (at = publishAt) => editor().releases.schedule({ releaseId: 'rNight', publishAt: at })

/** The lake has looked at its clock again since a release was scheduled. */
const noticed = () => waitFor(async () => expect(clock.next()).toBeLessThan(Date.parse(publishAt) + 1))

const told = z.array(z.record(z.string(), z.unknown()))

async function timeline(path: string) {
  const answer = await fetch(`${lake.url}/v2025-02-19/data/history/production/events/${path}?limit=100`, {
    headers: { authorization: `Bearer ${lake.tokens.viewer}` },
  })
  const { events } = z
    .object({ events: z.union([told, z.record(z.string(), told)]) })
    .parse(await answer.json())
  return Array.isArray(events) ? events : Object.values(events).flat()
}

describe('a release that is scheduled', () => {
  it('is published when its time has come, and not a moment before', async () => {
    await open()
    await act([addVersion('story', { headline: 'Tonight' })])
    await schedule()
    expect(await release()).toMatchObject({ state: 'scheduled', publishAt })
    await noticed()
    clock.moveTo('2026-03-01T12:00:29.999Z')
    expect(await read('story')).toBeUndefined()
    clock.moveTo(publishAt)
    expect(await read('story')).toMatchObject({ headline: 'Tonight' })
    expect(await read('versions.rNight.story')).toBeUndefined()
    expect(await release()).toMatchObject({
      state: 'published',
      publishedAt: publishAt,
      finalDocumentStates: [{ id: 'versions.rNight.story' }],
    })
  })

  it('is published at the start when its time came while the lake was stopped, and only once', async () => {
    await open()
    await act([addVersion('story', { headline: 'Tonight' })])
    await schedule()
    await lake.close()
    clock.moveTo('2026-03-02T08:00:00.000Z')
    lake = await start()
    await waitFor(async () => expect(await release()).toMatchObject({ state: 'published' }))
    const { _rev } = (await release()) ?? {}
    await lake.close()
    lake = await start()
    clock.moveTo('2026-03-02T08:05:00.000Z')
    expect(await release()).toMatchObject({ state: 'published', _rev })
  })

  it('is published at once when its time has passed already', async () => {
    await open()
    await act([addVersion('story')])
    await schedule('2026-02-01T00:00:00Z')
    await waitFor(async () => expect(await release()).toMatchObject({ state: 'published' }))
  })

  it('keeps its documents as they are, whichever way they are to be changed', async () => {
    await open()
    await act([addVersion('story', { headline: 'One' })])
    await schedule()
    const id = 'versions.rNight.story'
    const locked = { statusCode: 409, message: expect.stringContaining('locked while release "rNight"') }
    const edit: Action = {
      actionType: 'sanity.action.document.edit',
      draftId: id,
      publishedId: 'story',
      patch: { set: { headline: 'Two' } },
    }
    await expect(act(edit)).rejects.toMatchObject(locked)
    await expect(act(addVersion('other'))).rejects.toMatchObject(locked)
    await expect(
      act({ actionType: 'sanity.action.document.version.discard', versionId: id }),
    ).rejects.toMatchObject(locked)
    await expect(editor().patch(id).set({ headline: 'Two' }).commit()).rejects.toMatchObject(locked)
    await expect(editor().delete(id)).rejects.toMatchObject(locked)
    await act([{ actionType: 'sanity.action.release.unschedule', releaseId: 'rNight' }, edit])
    expect(await read(id)).toMatchObject({ headline: 'Two' })
  })

  it('can be moved, and is not published at its former time', async () => {
    await open()
    await act([addVersion('story')])
    await schedule()
    await schedule('2026-03-01T13:00:00Z')
    clock.moveTo('2026-03-01T12:59:59Z')
    expect(await release()).toMatchObject({ state: 'scheduled', publishAt: '2026-03-01T13:00:00.000Z' })
    clock.moveTo('2026-03-01T13:00:00Z')
    expect(await release()).toMatchObject({ state: 'published' })
  })

  it('goes back to its editors with the reason when it cannot be published', async () => {
    await open()
    const gone = { _type: 'reference', _ref: 'nowhere', _weak: true, _strengthenOnPublish: { type: 'topic' } }
    await act([addVersion('story', { topic: gone }), addVersion('other')])
    await schedule()
    await noticed()
    clock.moveTo(publishAt)
    const failed = await release()
    expect(failed).toMatchObject({
      state: 'active',
      error: { message: 'Document "story" references non-existent document "nowhere"' },
    })
    expect(failed).not.toHaveProperty('publishAt')
    expect(await read('other')).toBeUndefined()
    expect(await read('versions.rNight.other')).toMatchObject({ _type: 'article' })
    await editor().create({ _id: 'nowhere', _type: 'topic' })
    await editor().releases.publish({ releaseId: 'rNight' })
    expect(await release()).not.toHaveProperty('error')
  })

  it('tells its story in the timelines of its documents and its own', async () => {
    await open()
    await act([addVersion('story')])
    await schedule()
    await editor().releases.unschedule({ releaseId: 'rNight' })
    await schedule()
    await noticed()
    clock.moveTo(publishAt)
    const version = await timeline('documents/versions.rNight.story')
    const { _rev } = (await read('story')) ?? {}
    expect(version.map(({ type, state }) => (state ? `${type} ${state}` : type))).toEqual([
      'publishDocumentVersion',
      'scheduleDocumentVersion published',
      'unscheduleDocumentVersion',
      'scheduleDocumentVersion unscheduled',
      'createDocumentVersion',
    ])
    expect(version[0]).toMatchObject({
      publishCause: 'release.schedule',
      releaseId: 'rNight',
      revisionId: _rev,
      author: version[1]?.author,
      timestamp: publishAt,
    })
    expect(version[1]).toMatchObject({ publishAt, releaseId: 'rNight' })
    expect((await timeline('releases/rNight')).map(({ type }) => type)).toEqual([
      'publishRelease',
      'scheduleRelease',
      'unscheduleRelease',
      'scheduleRelease',
      'addDocumentToRelease',
      'createRelease',
    ])
  })
})

describe('a scheduled draft, as the Studio makes one', () => {
  const one = { releaseType: 'scheduled', cardinality: 'one', intendedPublishAt: publishAt } as const

  it('is a release of one document, made from its draft and published in its time', async () => {
    await editor().create({ _id: 'drafts.story', _type: 'article', headline: 'Later' })
    await open({ ...one, description: '' })
    await editor().createVersion({
      baseId: 'drafts.story',
      ifBaseRevisionId: (await read('drafts.story'))?._rev ?? '',
      publishedId: 'story',
      releaseId: 'rNight',
    })
    await schedule()
    await expect(act(addVersion('second'))).rejects.toThrow()
    await noticed()
    clock.moveTo(publishAt)
    expect(await read('story')).toMatchObject({ headline: 'Later' })
  })

  it('holds one document and no more', async () => {
    await open(one)
    await act(addVersion('story'))
    await expect(act(addVersion('second'))).rejects.toMatchObject({
      statusCode: 400,
      message: expect.stringContaining('cardinality "one"'),
    })
  })

  it('is paused, given another time and scheduled again', async () => {
    await open(one)
    await act(addVersion('story'))
    await schedule()
    await editor().releases.unschedule({ releaseId: 'rNight' })
    const later = '2026-03-01T12:10:00.000Z'
    const metadata = { ...one, title: 'Night', intendedPublishAt: later }
    await editor().releases.edit({ releaseId: 'rNight', patch: { set: { metadata }, unset: [] } })
    await schedule(later)
    expect(await release()).toMatchObject({
      state: 'scheduled',
      publishAt: later,
      metadata: { cardinality: 'one', intendedPublishAt: later },
    })
  })

  it('is published at once by taking it off its schedule first', async () => {
    await open(one)
    await act(addVersion('story'))
    await schedule()
    await expect(editor().releases.publish({ releaseId: 'rNight' })).rejects.toMatchObject({
      statusCode: 400,
    })
    await editor().releases.unschedule({ releaseId: 'rNight' })
    await editor().releases.publish({ releaseId: 'rNight' })
    expect(await read('story')).toMatchObject({ _type: 'article' })
  })
})

describe('what a release lets be said and done', () => {
  it.each<[string, object]>([
    ['a type of release that there is not', { releaseType: 'someday' }],
    ['a time that is none', { releaseType: 'scheduled', intendedPublishAt: 'soon' }],
    ['a cardinality that there is not', { cardinality: 'several' }],
  ])('is made with no metadata of %s', async (_what, metadata) => {
    await expect(open(metadata)).rejects.toMatchObject({ statusCode: 400 })
  })

  it('has only its metadata edited', async () => {
    await open()
    const edit = (patch: object) => editor().releases.edit({ releaseId: 'rNight', patch })
    for (const patch of [{ set: { state: 'published' } }, { unset: ['name'] }, { set: { publishAt } }]) {
      await expect(edit(patch)).rejects.toMatchObject({
        statusCode: 400,
        message: expect.stringContaining('only "metadata" can be edited'),
      })
    }
    await expect(edit({ set: { 'metadata.releaseType': 'someday' } })).rejects.toMatchObject({
      statusCode: 400,
    })
    expect(await release()).toMatchObject({ state: 'active', metadata: { releaseType: 'scheduled' } })
  })

  it('is imported as it was, and one that was scheduled comes paused', async () => {
    const attributes = { _id: '_.releases.rNight', _type: 'system.release', name: 'rNight' }
    const metadata = { title: 'From elsewhere', releaseType: 'scheduled' as const }
    const take = (ifExists: 'fail' | 'ignore' | 'replace', fields: object): Action => ({
      actionType: 'sanity.action.release.import',
      releaseId: 'rNight',
      attributes: { ...attributes, metadata, ...fields },
      ifExists,
    })
    await act(take('fail', { state: 'scheduled', publishAt: '2020-01-01T00:00:00Z' }))
    expect(await release()).toMatchObject({
      state: 'active',
      metadata: { title: 'From elsewhere', intendedPublishAt: '2020-01-01T00:00:00Z' },
    })
    await expect(act(take('fail', {}))).rejects.toMatchObject({ statusCode: 409 })
    await act(take('ignore', { state: 'archived' }))
    expect(await release()).toMatchObject({ state: 'active' })
    await act(take('replace', { state: 'published', publishedAt: publishAt, finalDocumentStates: [] }))
    expect(await release()).toMatchObject({ state: 'published', publishedAt: publishAt })
  })

  it('does not do variants, and says so', async () => {
    const answer = await fetch(`${lake.url}/v2025-02-19/data/actions/production`, {
      method: 'POST',
      headers: { authorization: `Bearer ${lake.tokens.editor}`, 'content-type': 'application/json' },
      body: JSON.stringify({ actions: [{ actionType: 'sanity.action.document.variant.create' }] }),
    })
    expect(answer.status).toBe(501)
  })
})
