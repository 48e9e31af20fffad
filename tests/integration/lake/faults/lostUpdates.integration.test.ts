import { z } from 'zod'
import { beginFaultRun, faultTimeout, sized } from '../../../support/faults/faultScale.ts'
import type { Answer } from '../../../support/faults/lakeConnection.ts'
import { type LakeFolder, prepareLakeFolder } from '../../../support/faults/lakeFolder.ts'
import { type LakeProcess, startLakeProcess } from '../../../support/faults/lakeProcess.ts'

const attempts = sized({ small: 400, full: 5_000 })
const clients = sized({ small: 16, full: 40 })
const documents = ['a', 'b', 'c', 'd'] as const

const counted = z.object({ _id: z.string(), _rev: z.string(), count: z.number() })
const refusal = z.object({
  error: z.object({
    type: z.enum(['mutationError', 'actionError']),
    description: z.string(),
    items: z.array(
      z.object({ error: z.object({ type: z.string(), description: z.string() }), index: z.number() }),
    ),
  }),
})

let folder: LakeFolder
let lake: LakeProcess

beforeAll(async () => {
  folder = await prepareLakeFolder()
  lake = await startLakeProcess(folder)
}, faultTimeout)
afterAll(async () => {
  await lake.stop()
  await folder.remove()
})

interface Attempt {
  /** What was read and named as the state to change. */
  id: string
  revision: string
  answer: Answer
}

/** Many clients at once, each reading and changing what it read, until all attempts are made. */
async function compete(total: number, attempt: (turn: number) => Promise<Attempt>): Promise<Attempt[]> {
  const made: Attempt[] = []
  let turn = 0
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (turn < total) {
        turn += 1
        made.push(await attempt(turn))
      }
    }),
  )
  return made
}

async function read(id: string): Promise<z.infer<typeof counted>> {
  const [document] = await lake.documents([id])
  return counted.parse(document)
}

/** One winner for each revision that was named, and everybody else told so; answers how many won. */
function checkWinners(made: readonly Attempt[], mismatch: RegExp): Map<string, number> {
  const winners = new Map<string, number>()
  const wins = new Map<string, number>()
  for (const { id, revision, answer } of made) {
    if (answer.status === 200) {
      winners.set(`${id} ${revision}`, (winners.get(`${id} ${revision}`) ?? 0) + 1)
      wins.set(id, (wins.get(id) ?? 0) + 1)
    } else {
      expect({ status: answer.status, text: answer.text }).toMatchObject({ status: 409 })
      const { error } = refusal.parse(JSON.parse(answer.text))
      expect(error.items[0]?.error.type).toMatch(mismatch)
    }
  }
  expect([...winners].filter(([, count]) => count !== 1)).toEqual([])
  // Every revision that somebody lost by was made by a winner: nobody is refused for nothing.
  for (const { id, revision, answer } of made) {
    if (answer.status === 409) expect(winners.get(`${id} ${revision}`)).toBe(1)
  }
  return wins
}

describe('many clients that change what they have read', () => {
  it(
    'by a patch with the revision: one of them wins each, and no change is lost',
    async () => {
      const run = beginFaultRun('lost updates by ifRevisionID')
      try {
        const ids = documents.map((name) => `patched-${name}`)
        await lake.mutate(ids.map((_id) => ({ create: { _id, _type: 'counter', count: 0 } })))
        const made = await compete(attempts, async () => {
          const id = ids[run.random.below(ids.length)] ?? ''
          const { _rev, count } = await read(id)
          const set = { count: count + 1 }
          return {
            id,
            revision: _rev,
            answer: await lake.mutate([{ patch: { id, ifRevisionID: _rev, set } }]),
          }
        })
        const wins = checkWinners(made, /^documentRevisionIDDoesNotMatchError$/)
        for (const id of ids) expect((await read(id)).count).toBe(wins.get(id) ?? 0)
        run.note('attempts', made.length)
        run.note('won', made.filter(({ answer }) => answer.status === 200).length)
      } finally {
        run.print()
      }
    },
    faultTimeout,
  )

  it.each(['ifDraftRevisionId', 'ifPublishedRevisionId'] as const)(
    'by a publish with %s: one of them wins each, and no change is lost',
    async (condition) => {
      const run = beginFaultRun(`lost updates by ${condition}`)
      try {
        const ids = documents.map((name) => `${condition}-${name}`)
        await lake.mutate(
          ids.flatMap((_id) => [
            { create: { _id, _type: 'counter', count: 0 } },
            { create: { _id: `drafts.${_id}`, _type: 'counter', count: 1 } },
          ]),
        )
        const made = await compete(Math.ceil(attempts / 2), async () => {
          const publishedId = ids[run.random.below(ids.length)] ?? ''
          const draftId = `drafts.${publishedId}`
          const { _rev } = await read(condition === 'ifDraftRevisionId' ? draftId : publishedId)
          const answer = await lake.act([
            {
              actionType: 'sanity.action.document.publish',
              draftId,
              publishedId,
              [condition]: _rev,
            },
            // The next draft counts on from what has just been published.
            {
              actionType: 'sanity.action.document.edit',
              draftId,
              publishedId,
              patch: { inc: { count: 1 } },
            },
          ])
          return { id: publishedId, revision: _rev, answer }
        })
        const wins = checkWinners(made, /RevisionID|revision/i)
        for (const id of ids) expect((await read(id)).count).toBe(wins.get(id) ?? 0)
        run.note('attempts', made.length)
        run.note('won', made.filter(({ answer }) => answer.status === 200).length)
      } finally {
        run.print()
      }
    },
    faultTimeout,
  )

  it(
    'by a query: none changes what its query would not find any more',
    async () => {
      const run = beginFaultRun('patches by query among other writers')
      try {
        const ids = Array.from({ length: 4 }, (_, index) => `lamp-${index}`)
        await lake.mutate(ids.map((_id) => ({ create: { _id, _type: 'lamp', on: false, seen: 0 } })))
        let isSwitching = true
        const switching = Array.from({ length: 8 }, async () => {
          while (isSwitching) {
            const set = { on: run.random.below(2) === 1 }
            await lake.mutate([{ patch: { id: ids[run.random.below(ids.length)], set } }])
          }
        })
        const mutation = { patch: { query: '*[_type == "lamp" && on == true]', inc: { seen: 1 } } }
        const seen: unknown[] = []
        const made = await compete(sized({ small: 200, full: 2_000 }), async () => {
          const answer = await lake.post('/data/mutate/production?returnDocuments=true', {
            mutations: [mutation],
          })
          if (answer.status === 200) seen.push(...resultsOf(answer).map(({ document }) => document.on))
          return { id: '', revision: '', answer }
        })
        isSwitching = false
        await Promise.all(switching)
        const statuses = made.map(({ answer }) => answer.status)
        expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([])
        expect(seen.filter((on) => on !== true)).toEqual([])
        run.note('patches by query', made.length)
        run.note('documents patched', seen.length)
        run.note('told to come again', statuses.filter((status) => status === 503).length)
      } finally {
        run.print()
      }
    },
    faultTimeout,
  )
})

const mutationAnswer = z.object({
  results: z.array(z.object({ document: z.object({ on: z.boolean() }) })),
})

function resultsOf({ text }: Answer) {
  return mutationAnswer.parse(JSON.parse(text)).results
}
