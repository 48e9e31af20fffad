import { pino } from 'pino'
import { openPreparing } from '../../../lake/preparing/openPreparing.ts'

const bodyOf = (request: object) => new TextEncoder().encode(JSON.stringify(request))
const open = () => openPreparing({ log: pino({ level: 'silent' }) })

describe('what is prepared beside', () => {
  it('is answered in whatever order it was asked for, each with its own', async () => {
    const preparing = open()
    const ids = ['a', 'b', 'c']
    const prepared = await Promise.all(
      ids.map((_id) => preparing.prepare(bodyOf({ mutations: [{ create: { _id, _type: 'topic' } }] }))),
    )
    expect(prepared.map((each) => each?.documents.map(({ id }) => id))).toEqual([['a'], ['b'], ['c']])
    preparing.close()
  })

  it('keeps nobody waiting when its thread ends, and is prepared by the next one', async () => {
    const preparing = open()
    const waiting = preparing.prepare(bodyOf({ mutations: [] }))
    preparing.close()
    expect(await waiting).toBeUndefined()
    expect(await preparing.prepare(bodyOf({ mutations: [] }))).toMatchObject({ documents: [] })
    preparing.close()
  })
})
