import type { Action } from '@sanity/client'
import { targetOfFile } from '../support/conformanceTarget.ts'
import { waitFor } from '../support/waitFor.ts'

const target = targetOfFile()
const client = () => target().client()
const id = (name: string) => target().id(name)
const releaseOf = (name: string) => `${target().mark}${name}`
const versionOf = (release: string, name: string) => `versions.${releaseOf(release)}.${id(name)}`
const read = (documentId: string) => client().getDocument(documentId)
const release = (name: string) => read(`_.releases.${releaseOf(name)}`)

const open = (name: string, metadata: object = {}) =>
  client().releases.create({
    releaseId: releaseOf(name),
    metadata: { title: name, releaseType: 'asap', ...metadata },
  })
const addVersion = (release: string, name: string, fields: object = {}) =>
  client().action({
    actionType: 'sanity.action.document.version.create',
    publishedId: id(name),
    document: { _id: versionOf(release, name), _type: target().type('article'), ...fields },
  })
const havePublished = (name: string, fields: object = {}) =>
  client().create({ _id: id(name), _type: target().type('article'), ...fields })
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString()
const refused = { details: { type: 'actionError', description: expect.any(String) } }

describe('a release', () => {
  it('is a document of its own', async () => {
    await open('made', { title: 'Spring', description: 'All of it', releaseType: 'scheduled' })
    expect(await release('made')).toMatchObject({
      _id: `_.releases.${releaseOf('made')}`,
      _type: 'system.release',
      name: releaseOf('made'),
      state: 'active',
      metadata: { title: 'Spring', description: 'All of it', releaseType: 'scheduled' },
    })
    expect(await client().releases.get({ releaseId: releaseOf('made') })).toEqual(await release('made'))
  })

  it('is given a name when none is chosen', async () => {
    const { releaseId } = await client().releases.create({
      metadata: { title: target().mark, releaseType: 'undecided' },
    })
    expect(releaseId).toMatch(/^\w{6,}$/)
    await client().releases.archive({ releaseId })
    await client().releases.delete({ releaseId })
    expect(await client().releases.get({ releaseId })).toBeUndefined()
  })

  it('cannot be made twice', async () => {
    await open('twice')
    await expect(open('twice')).rejects.toMatchObject({ statusCode: 409, ...refused })
  })

  it('has a title that can be changed', async () => {
    await open('edited')
    await client().releases.edit({
      releaseId: releaseOf('edited'),
      patch: { set: { 'metadata.title': 'Other' } },
    })
    expect(await release('edited')).toMatchObject({ metadata: { title: 'Other', releaseType: 'asap' } })
  })

  it('can be tried without being made', async () => {
    const action: Action = { actionType: 'sanity.action.release.create', releaseId: releaseOf('tried') }
    await client().action(action, { dryRun: true })
    expect(await release('tried')).toBeUndefined()
  })

  it('cannot be done anything with when it is not there', async () => {
    await expect(client().releases.publish({ releaseId: releaseOf('nowhere') })).rejects.toMatchObject({
      statusCode: 404,
      ...refused,
    })
  })
})

describe('a version', () => {
  it('is made from a document, and belongs to its release', async () => {
    await open('v1')
    await havePublished('base', { headline: 'Published', order: 1 })
    await client().action({
      actionType: 'sanity.action.document.version.create',
      publishedId: id('base'),
      baseId: id('base'),
      versionId: versionOf('v1', 'base'),
    })
    expect(await read(versionOf('v1', 'base'))).toMatchObject({ headline: 'Published', order: 1 })
    const { result } = await client().releases.fetchDocuments({ releaseId: releaseOf('v1') })
    expect(result.map(({ _id }) => _id)).toEqual([versionOf('v1', 'base')])
  })

  it('is made from a draft of the same revision only', async () => {
    await open('v2')
    const { _rev } = await havePublished('based', { headline: 'Published' })
    const make = (ifBaseRevisionId: string): Action => ({
      actionType: 'sanity.action.document.version.create',
      publishedId: id('based'),
      baseId: id('based'),
      versionId: versionOf('v2', 'based'),
      ifBaseRevisionId,
    })
    await expect(client().action(make('an-older-one'))).rejects.toMatchObject({ statusCode: 409, ...refused })
    await client().action(make(_rev))
    expect(await read(versionOf('v2', 'based'))).toMatchObject({ headline: 'Published' })
  })

  it('cannot be made twice', async () => {
    await open('v3')
    await addVersion('v3', 'only-once')
    await expect(addVersion('v3', 'only-once')).rejects.toMatchObject({ statusCode: 409, ...refused })
  })

  it('is edited and replaced like a draft', async () => {
    await open('v4')
    await addVersion('v4', 'edited', { headline: 'One', order: 1 })
    await client().action({
      actionType: 'sanity.action.document.edit',
      draftId: versionOf('v4', 'edited'),
      publishedId: id('edited'),
      patch: { set: { headline: 'Two' } },
    })
    expect(await read(versionOf('v4', 'edited'))).toMatchObject({ headline: 'Two', order: 1 })
    await client().replaceVersion({
      document: { _id: versionOf('v4', 'edited'), _type: target().type('article'), headline: 'Three' },
    })
    const replaced = await read(versionOf('v4', 'edited'))
    expect(replaced).toMatchObject({ headline: 'Three' })
    expect(replaced).not.toHaveProperty('order')
  })

  it('is discarded', async () => {
    await open('v5')
    await addVersion('v5', 'discarded')
    await client().discardVersion({ releaseId: releaseOf('v5'), publishedId: id('discarded') })
    expect(await read(versionOf('v5', 'discarded'))).toBeUndefined()
  })

  it('may mark its document for unpublishing', async () => {
    await open('v6')
    await havePublished('leaving', { headline: 'Leaving' })
    await client().unpublishVersion({ releaseId: releaseOf('v6'), publishedId: id('leaving') })
    expect(await read(versionOf('v6', 'leaving'))).toMatchObject({ _system: { delete: true } })
    expect(await read(id('leaving'))).toMatchObject({ headline: 'Leaving' })
  })
})

describe('running a release', () => {
  it('publishes and unpublishes all that it holds, at once', async () => {
    await open('run')
    await havePublished('run-old', { headline: 'Old' })
    await havePublished('run-gone', { headline: 'Gone' })
    await addVersion('run', 'run-old', { headline: 'New' })
    await addVersion('run', 'run-fresh', { headline: 'Fresh' })
    await client().unpublishVersion({ releaseId: releaseOf('run'), publishedId: id('run-gone') })
    await client().releases.publish({ releaseId: releaseOf('run') })
    await waitFor(async () => expect(await release('run')).toMatchObject({ state: 'published' }))
    const [old, fresh] = await client().getDocuments([id('run-old'), id('run-fresh')])
    expect([old?.headline, fresh?.headline]).toEqual(['New', 'Fresh'])
    expect(old?._rev).toBe(fresh?._rev)
    expect(await read(id('run-gone'))).toBeUndefined()
    expect(await read(versionOf('run', 'run-fresh'))).toBeUndefined()
    expect(await release('run')).toMatchObject({ publishedAt: expect.any(String) })
  })

  it('takes no more versions afterwards', async () => {
    await open('closed')
    await addVersion('closed', 'in-time')
    await client().releases.publish({ releaseId: releaseOf('closed') })
    await waitFor(async () => expect(await release('closed')).toMatchObject({ state: 'published' }))
    await expect(addVersion('closed', 'too-late')).rejects.toMatchObject(refused)
  })

  it('remembers what it held', async () => {
    await open('memory')
    await addVersion('memory', 'remembered')
    await client().releases.publish({ releaseId: releaseOf('memory') })
    await waitFor(async () =>
      expect(await release('memory')).toMatchObject({
        finalDocumentStates: [{ id: versionOf('memory', 'remembered') }],
      }),
    )
  })
})

describe('putting a release away', () => {
  it('takes its versions out, and brings them back', async () => {
    await open('away')
    await havePublished('away-gone')
    await addVersion('away', 'kept', { headline: 'Kept' })
    await client().unpublishVersion({ releaseId: releaseOf('away'), publishedId: id('away-gone') })
    await client().releases.archive({ releaseId: releaseOf('away') })
    await waitFor(async () => expect(await release('away')).toMatchObject({ state: 'archived' }))
    expect(await read(versionOf('away', 'kept'))).toBeUndefined()
    await client().releases.unarchive({ releaseId: releaseOf('away') })
    await waitFor(async () => expect(await release('away')).toMatchObject({ state: 'active' }))
    expect(await read(versionOf('away', 'kept'))).toMatchObject({ headline: 'Kept' })
    expect(await read(versionOf('away', 'away-gone'))).toMatchObject({ _system: { delete: true } })
  })

  it('comes before deleting it', async () => {
    await open('deleted')
    await expect(client().releases.delete({ releaseId: releaseOf('deleted') })).rejects.toMatchObject(refused)
    await client().releases.archive({ releaseId: releaseOf('deleted') })
    await waitFor(async () => expect(await release('deleted')).toMatchObject({ state: 'archived' }))
    await client().releases.delete({ releaseId: releaseOf('deleted') })
    expect(await release('deleted')).toBeUndefined()
  })
})

describe('scheduling a release', () => {
  it('publishes it at its time', async () => {
    await open('timed')
    await addVersion('timed', 'timed', { headline: 'On time' })
    await client().releases.schedule({ releaseId: releaseOf('timed'), publishAt: inSeconds(2) })
    await waitFor(async () => expect((await release('timed'))?.state).toMatch(/^(scheduled|published)$/))
    await waitFor(async () => expect(await read(id('timed'))).toMatchObject({ headline: 'On time' }), 60_000)
    await waitFor(async () => expect(await release('timed')).toMatchObject({ state: 'published' }))
  }, 90_000)

  it('says when, and locks what is in it until it is unscheduled', async () => {
    await open('locked')
    await addVersion('locked', 'locked', { headline: 'One' })
    const publishAt = inSeconds(3600)
    await client().releases.schedule({ releaseId: releaseOf('locked'), publishAt })
    await waitFor(async () => expect(await release('locked')).toMatchObject({ state: 'scheduled' }))
    expect(Date.parse(String((await release('locked'))?.publishAt))).toBe(Date.parse(publishAt))
    await expect(addVersion('locked', 'another')).rejects.toMatchObject(refused)
    const change: Action = {
      actionType: 'sanity.action.document.edit',
      draftId: versionOf('locked', 'locked'),
      publishedId: id('locked'),
      patch: { set: { headline: 'Two' } },
    }
    await expect(client().action(change)).rejects.toMatchObject(refused)
    await client().releases.unschedule({ releaseId: releaseOf('locked') })
    await waitFor(async () => expect(await release('locked')).toMatchObject({ state: 'active' }))
    await client().action(change)
    expect(await read(versionOf('locked', 'locked'))).toMatchObject({ headline: 'Two' })
    expect(await release('locked')).not.toHaveProperty('publishAt')
  })

  it('cannot be put away or published beside its schedule', async () => {
    await open('bound')
    await client().releases.schedule({ releaseId: releaseOf('bound'), publishAt: inSeconds(3600) })
    await waitFor(async () => expect(await release('bound')).toMatchObject({ state: 'scheduled' }))
    await expect(client().releases.archive({ releaseId: releaseOf('bound') })).rejects.toMatchObject(refused)
  })

  it.each([
    ['no time', 'tomorrow'],
    ['an empty time', ''],
  ])('is refused with %s', async (what, publishAt) => {
    const name = `untimed-${what.length}`
    await open(name)
    await expect(client().releases.schedule({ releaseId: releaseOf(name), publishAt })).rejects.toMatchObject(
      {
        statusCode: 400,
      },
    )
  })

  it('is refused for what is not scheduled', async () => {
    await open('idle')
    await expect(client().releases.unschedule({ releaseId: releaseOf('idle') })).rejects.toMatchObject(
      refused,
    )
  })
})
