import type { CommittedTransaction, DocumentChange } from '../../../lake/context.ts'
import { changesAfter } from '../../../lake/store/changes.ts'
import { startLake, type TestLake } from '../../support/lake.ts'

let lake: TestLake
const announced: DocumentChange[] = []
beforeAll(async () => {
  lake = await startLake()
  lake.lake.context.bus.on('transaction', ({ changes }: CommittedTransaction) => announced.push(...changes))
})
afterAll(() => lake.close())
beforeEach(() => announced.splice(0))

const editor = () => lake.client('editor')
const text = 'a long text that is written once'.repeat(20)
const document = (id: string, more: object = {}) => ({ _id: id, _type: 'article', text, ...more })

/** What the log says now of what has just been announced. */
function logged(): DocumentChange[] {
  return changesAfter(lake.lake.context.database, (announced[0]?.seq ?? 1) - 1, 100)
}

/** How often the text stands in the log's last rows, the newest first. */
function copies(count: number): number[] {
  return lake.lake.context.database
    .prepare(
      'SELECT concat_ws(char(10), mutations, effects, body) AS row FROM changes ORDER BY seq DESC LIMIT ?',
    )
    .all(count)
    .map(({ row }) => String(row).split(text).length - 1)
}

describe('the log of changes', () => {
  it.each([
    ['made', () => editor().create(document('a'))],
    ['replaced', () => editor().createOrReplace(document('a', { number: 2 }))],
    ['patched', () => editor().patch('a').set({ number: 3 }).inc({ number: 4 }).commit()],
    ['deleted', () => editor().delete('a')],
    ['made where it is missing', () => editor().createIfNotExists(document('b'))],
    [
      'made and patched in one transaction',
      () =>
        editor()
          .transaction()
          .create(document('c'))
          .patch('c', (patch) => patch.set({ number: 5 }))
          .createOrReplace(document('d'))
          .commit(),
    ],
    [
      'an asset, whose address is put together as it leaves the lake',
      () =>
        editor().createOrReplace({
          ...document('image-e-1x1-png'),
          _type: 'sanity.imageAsset',
          path: 'images/e',
        }),
    ],
  ])('tells of a document that was %s what its followers were told', async (_what, write) => {
    await write()
    expect(announced.length).toBeGreaterThan(0)
    expect(logged()).toEqual(announced)
  })

  it('holds what a document was once, and nothing of what it is', async () => {
    await editor().create(document('once'))
    expect(copies(1)).toEqual([0])
    await editor().createOrReplace(document('once', { number: 2 }))
    expect(copies(2)).toEqual([0, 1])
    await editor().patch('once').set({ number: 3 }).commit()
    expect(copies(3)).toEqual([0, 1, 1])
    await editor().delete('once')
    expect(copies(4)).toEqual([0, 1, 1, 1])
  })

  it('tells the same of a document after it was changed, deleted and made again', async () => {
    await editor().create(document('again'))
    await editor().patch('again').set({ number: 2 }).commit()
    await editor().delete('again')
    await editor().create(document('again', { number: 3 }))
    await editor()
      .transaction()
      .delete('again')
      .create(document('again', { number: 4 }))
      .commit()
    expect(announced).toHaveLength(5)
    expect(logged()).toEqual(announced)
  })

  it('tells of an asset with its address, which is not stored', async () => {
    await editor().create({ _id: 'image-f-1x1-png', _type: 'sanity.imageAsset', path: 'images/f' })
    const url = `${lake.url}/images/f`
    expect(logged()[0]?.effects.apply).toEqual([0, expect.objectContaining({ url })])
  })

  it('tells readers of a deletion what was there', async () => {
    await editor().create(document('gone'))
    announced.splice(0)
    await editor().delete('gone')
    const [change] = logged()
    expect(change?.effects.apply).toEqual([0, null])
    expect(change?.effects.revert).toEqual([0, expect.objectContaining({ _id: 'gone', text })])
  })
})

describe('the index of words', () => {
  it('finds no document that one transaction has made and deleted', async () => {
    await editor()
      .transaction()
      .create(document('brief', { text: 'evanescent' }))
      .delete('brief')
      .commit()
    await editor().create(document('lasting', { text: 'evanescent' }))
    await editor()
      .transaction()
      .patch('lasting', { set: { text: 'persistent' } })
      .commit()
    const found = (word: string) => editor().fetch('*[@ match text::query($word)]._id', { word })
    expect([await found('evanescent'), await found('persistent')]).toEqual([[], ['lasting']])
  })
})
