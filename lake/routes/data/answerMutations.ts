import type { Context } from 'hono'
import { z } from 'zod'
import type { LakeRequest } from '../../context.ts'
import { HttpError } from '../../http/errors.ts'
import { commitMutations, type MutationRequest } from '../../mutations/commitMutations.ts'
import { lastSeq } from '../../store/changes.ts'
import { requireDataset } from '../../store/datasets.ts'
import { toOutward } from '../../store/outward.ts'
import type { DataServices } from './dataServices.ts'
import { readJson } from './readJson.ts'
import { requireWriter } from './requireWriter.ts'
import { resolveQueries } from './resolveQueries.ts'

const body = z.object({
  mutations: z.array(z.unknown()),
  transactionId: z
    .string()
    .regex(/^[\w.-]{1,128}$/)
    .nullish(),
})

const attempts = 5

/** POST `/data/mutate/:dataset`. Every visibility is answered alike: queries always see what was committed. */
export async function answerMutations(c: Context<LakeRequest>, services: DataServices): Promise<Response> {
  const { context } = services
  const identity = requireWriter(c.get('identity'))
  const dataset = requireDataset(context.database, c.req.param('dataset') ?? '')
  const parsed = body.safeParse(await readJson(c.req))
  if (!parsed.success) {
    throw new HttpError(400, 'Bad Request', 'The body must be {"mutations": […], "transactionId": …}.')
  }
  const { mutations, transactionId } = parsed.data
  const committed = await commit(services, {
    dataset: dataset.name,
    mutations,
    author: identity.id,
    identity,
    ...(transactionId && { transactionId }),
    dryRun: c.req.query('dryRun') === 'true',
    autoGenerateArrayKeys: c.req.query('autoGenerateArrayKeys') === 'true',
  })
  const withDocuments = c.req.query('returnDocuments') === 'true'
  const results = committed.results.map(({ document, ...result }) =>
    withDocuments && document ? { ...result, document: toOutward(document, context.publicUrl) } : result,
  )
  return c.json({
    transactionId: committed.transactionId,
    results,
    documentIds: results.map((result) => result.id),
  })
}

/** Commits; when somebody else has committed while queries were being resolved, they are resolved again. */
async function commit(services: DataServices, request: MutationRequest) {
  for (let attempt = 1; ; attempt += 1) {
    const { mutations, seq } = await resolveQueries(services, request)
    if (seq === undefined || seq === lastSeq(services.context.database) || attempt === attempts) {
      return commitMutations(services.context, { ...request, mutations })
    }
  }
}
