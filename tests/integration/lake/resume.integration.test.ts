import { createClient as createClient8, type ResumableListenOptions } from '@sanity/client'
import { createClient as createClient7 } from 'next-sanity'
import { changesAfter } from '../../../lake/store/changes.ts'
import { type CuttingProxy, openCuttingProxy } from '../../support/cuttingProxy.ts'
import { beginFaultRun, faultTimeout, sized } from '../../support/faults/faultScale.ts'
import { startLake, type TestLake } from '../../support/lake.ts'
import type { SeededRandom } from '../../support/seededRandom.ts'
import { waitFor } from '../../support/waitFor.ts'

const listenersOfEach = sized({ small: 3, full: 10 })
const cutsOfEach = sized({ small: 3, full: 15 })
const documents = 12

let lake: TestLake
beforeAll(async () => {
  lake = await startLake()
})
afterAll(() => lake.close())

interface Heard {
  name: string
  /** Event ids since the last time the listener was told to begin anew. */
  ids: string[]
  greetings: string[]
  failures: unknown[]
}

const query = '*[_type == "followed" || _id == "end"]'
const options: ResumableListenOptions = {
  events: ['welcome', 'welcomeback', 'reset', 'reconnect', 'mutation'],
  includeAllVersions: true,
  enableResume: true,
  effectFormat: 'mendoza',
}

function follow(version: 7 | 8, url: string, name: string, token: string | undefined) {
  const heard: Heard = { name, ids: [], greetings: [], failures: [] }
  const config = {
    projectId: lake.projectId,
    dataset: lake.dataset,
    apiVersion: '2025-02-19',
    apiHost: url,
    useProjectHostname: false,
    useCdn: false,
    ...(token === undefined ? {} : { token }),
    // Client 7 takes Node's own reader of events where there are no headers to send.
    headers: { 'x-listener': name },
  }
  const told = (event: { type: string; eventId?: string }) => {
    if (event.type === 'mutation') heard.ids.push(String(event.eventId))
    else heard.greetings.push(event.type)
    if (event.type === 'welcome' || event.type === 'reset') heard.ids = []
  }
  const observer = { next: told, error: (error: unknown) => heard.failures.push(error) }
  const subscription =
    version === 8
      ? createClient8(config).listen(query, {}, options).subscribe(observer)
      : createClient7(config).listen(query, {}, options).subscribe(observer)
  return { heard, end: () => subscription.unsubscribe() }
}

/** One transaction of one to three documents, some of them nobody's business. */
async function commitSomething(random: SeededRandom): Promise<void> {
  const transaction = lake.client('editor', { perspective: 'raw' }).transaction()
  const touched = new Set<string>()
  for (let step = 0; step <= random.below(3); step += 1) {
    const layer = random.pick(['', 'drafts.'])
    const _id = `${layer}d${random.below(documents)}`
    if (touched.has(_id)) continue
    touched.add(_id)
    const _type = random.pick(['followed', 'followed', 'ignored'])
    if (random.below(5) === 0) transaction.delete(_id)
    else transaction.createOrReplace({ _id, _type, text: 'ø'.repeat(random.below(800)) })
  }
  await transaction.commit()
}

/** What a listener of the query had to be told, from the log: everything, or what the world may see. */
function expectedIds(all: boolean): string[] {
  const { database } = lake.lake.context
  return changesAfter(database, 0, 1_000_000)
    .filter(({ before, after }) =>
      [before, after].some(
        (document) =>
          document &&
          (document._type === 'followed' || document._id === 'end') &&
          (all || !document._id.includes('.')),
      ),
    )
    .map(({ transactionId, documentId }) => `${transactionId}#${documentId}`)
}

describe('a listener whose connection is cut at any byte', () => {
  it(
    'is told everything that it missed, once and in order',
    async () => {
      const run = beginFaultRun('listeners that are cut off')
      const { random } = run
      let cutting = false
      const allow = () => (cutting ? 300 + random.below(9_000) : undefined)
      const port = Number(new URL(lake.url).port)
      const ways: CuttingProxy[] = []
      const listeners: ReturnType<typeof follow>[] = []
      try {
        for (let number = 0; number < listenersOfEach; number += 1) {
          for (const version of [7, 8] as const) {
            const way = await openCuttingProxy(port, allow)
            ways.push(way)
            const token = number % 3 === 2 ? undefined : lake.tokens.viewer
            const name = `client ${version}, ${token ? 'viewer' : 'stranger'} ${number}`
            listeners.push(follow(version, way.url, name, token))
          }
        }
        await waitFor(async () => {
          for (const { heard } of listeners) expect(heard.greetings).toContain('welcome')
        })
        // The first connections go on until the proxies are told to cut: these are broken by hand.
        cutting = true
        for (const way of ways) way.cutNow()
        while (ways.some(({ cuts }) => cuts < cutsOfEach)) await commitSomething(random)
        cutting = false
        for (const way of ways) way.cutNow()
        for (let more = 0; more < 20; more += 1) await commitSomething(random)
        await lake.client('editor').create({ _id: 'end', _type: 'followed' })
        for (const { heard } of listeners) {
          await waitFor(async () => {
            const { ids, greetings, ...rest } = heard
            if (ids.at(-1)?.endsWith('#end') && heard.failures.length === 0) return
            throw new Error(
              `This listener did not come to the end: ${JSON.stringify({ ...rest, last: ids.at(-1), greetings: greetings.slice(-3) })}`,
            )
          }, faultTimeout / 2)
          const expected = expectedIds(heard.name.includes('viewer'))
          const anew = heard.greetings.filter((greeting) => greeting === 'welcome' || greeting === 'reset')
          const start = anew.length === 1 ? 0 : expected.length - heard.ids.length
          expect({ ...heard, ids: heard.ids }).toEqual({ ...heard, failures: [], ids: expected.slice(start) })
        }
        run.note(
          'cuts',
          ways.reduce((sum, { cuts }) => sum + cuts, 0),
        )
        const greetings = listeners.flatMap(({ heard }) => heard.greetings)
        for (const name of ['welcome', 'welcomeback', 'reset'])
          run.note(name, greetings.filter((greeting) => greeting === name).length)
        run.note('events each', expectedIds(true).length)
        expect(greetings.filter((greeting) => greeting === 'welcomeback').length).toBeGreaterThan(0)
      } finally {
        for (const { end } of listeners) end()
        for (const way of ways) await way.close()
        run.print()
      }
    },
    faultTimeout,
  )
})
