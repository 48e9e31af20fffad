import { beginFaultRun, faultTimeout, sized } from '../../../support/faults/faultScale.ts'
import { compareIndexes } from '../../../support/faults/indexState.ts'
import { insist, isTransient } from '../../../support/faults/lakeConnection.ts'
import { type LakeFolder, prepareLakeFolder } from '../../../support/faults/lakeFolder.ts'
import { startLakeProcess } from '../../../support/faults/lakeProcess.ts'
import { readStore } from '../../../support/faults/storeState.ts'

const rounds = sized({ small: 2, full: 10 })
const requestsAtOnce = sized({ small: 12, full: 40 })
const documentsInRequest = 150

let folder: LakeFolder
beforeAll(async () => {
  folder = await prepareLakeFolder()
})
afterAll(() => folder.remove())

/** More than 64 kB, so that the lake has it prepared beside; the last document refers to the others. */
function makeRequest(id: string): object[] {
  const ids = Array.from({ length: documentsInRequest }, (_, number) => `${id}-${number}`)
  const text = `words of ${id} `.repeat(50)
  const others = ids.map((other) => ({ _type: 'reference', _ref: other, _key: other }))
  return [
    ...ids.map((_id) => ({ _id, _type: 'import', text })),
    { _id: `${id}-list`, _type: 'list', others },
  ].map((document) => ({ createIfNotExists: document }))
}

describe('a lake that is killed in the middle of an import', () => {
  it(
    'keeps every acknowledged request whole, no other in part, and goes on where it was',
    async () => {
      const run = beginFaultRun('kill -9 in an import')
      let lake = await startLakeProcess(folder)
      let acknowledged = 0
      try {
        for (let round = 0; round < rounds; round += 1) {
          const ids = Array.from({ length: requestsAtOnce }, (_, number) => `r${round}-${number}`)
          const last = 1 + run.random.below(requestsAtOnce - 2)
          let [answered, killed]: [number, Promise<void> | undefined] = [0, undefined]
          const outcomes = await Promise.all(
            ids.map(async (id) => {
              const answer = await lake.mutate(makeRequest(id), id).catch(() => undefined)
              if (answer?.status === 200) answered += 1
              if (answered === last) killed ??= lake.kill()
              return { id, answer }
            }),
          )
          await (killed ?? lake.kill())
          acknowledged += answered
          expect(outcomes.filter(({ answer }) => answer?.status !== 200 && !isTransient(answer))).toEqual([])

          const { revisions, contradictions } = readStore(folder.dataDir)
          expect(contradictions).toEqual([])
          expect(compareIndexes(folder.dataDir)).toEqual([])
          for (const { id, answer } of outcomes) {
            const there = [...revisions.keys()].filter((each) => each.startsWith(`${id}-`)).length
            expect([0, documentsInRequest + 1]).toContain(there)
            if (answer?.status === 200) expect(there).toBe(documentsInRequest + 1)
          }

          lake = await startLakeProcess(folder, { port: lake.port })
          const again = await Promise.all(ids.map((id) => insist(() => lake.mutate(makeRequest(id), id))))
          expect(again.filter(({ status }) => status !== 200)).toEqual([])
          expect(
            await lake.query('count(*[_type == "import" && text match $word])', {
              params: { word: `r${round}` },
            }),
          ).toBe(requestsAtOnce * documentsInRequest)
        }
      } finally {
        await lake.kill()
        run.note('rounds of requests', `${rounds} × ${requestsAtOnce}`)
        run.note('acknowledged', acknowledged)
        run.print()
      }
    },
    faultTimeout,
  )
})
