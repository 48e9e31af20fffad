import type { Context } from 'hono'
import { z } from 'zod'
import { commitActions } from '../../actions/commitActions.ts'
import type { LakeRequest } from '../../context.ts'
import { HttpError } from '../../http/errors.ts'
import { writersTurnsOf } from '../../mutations/writersTurns.ts'
import { requireDataset } from '../../store/datasets.ts'
import type { DataServices } from './dataServices.ts'
import { readJson } from './readJson.ts'
import { requireWriter } from './requireWriter.ts'

const body = z.object({
  actions: z.array(z.unknown()),
  transactionId: z
    .string()
    .regex(/^[\w.-]{1,128}$/)
    .nullish(),
  dryRun: z.boolean().nullish(),
})

/** POST `/data/actions/:dataset` */
export async function answerActions(c: Context<LakeRequest>, { context }: DataServices): Promise<Response> {
  const identity = requireWriter(c.get('identity'))
  const dataset = requireDataset(context.database, c.req.param('dataset') ?? '')
  const parsed = body.safeParse(await readJson(c.req))
  if (!parsed.success) {
    throw new HttpError(400, 'Bad Request', 'The body must be {"actions": […], "transactionId": …}.')
  }
  const { actions, transactionId, dryRun } = parsed.data
  await writersTurnsOf(context).beside()
  const committed = commitActions(context, {
    dataset: dataset.name,
    actions,
    identity,
    transactionId: transactionId ?? undefined,
    dryRun: dryRun === true || c.req.query('dryRun') === 'true',
  })
  return c.json({ transactionId: committed.transactionId })
}
