import type { Context } from 'hono'
import { z } from 'zod'
import type { Identity, LakeRequest } from '../../context.ts'
import { largeBody } from '../../http/bodyLimits.ts'
import { HttpError } from '../../http/errors.ts'
import { commitMutations, type MutationRequest } from '../../mutations/commitMutations.ts'
import { chosenTransactionId, mutationRequest } from '../../mutations/parseMutations.ts'
import { overtaken, writersTurnsOf } from '../../mutations/writersTurns.ts'
import { commitPrepared } from '../../preparing/commitPrepared.ts'
import { lastSeq } from '../../store/changes.ts'
import { requireDataset } from '../../store/datasets.ts'
import { toOutward } from '../../store/outward.ts'
import type { DataServices } from './dataServices.ts'
import { readJson } from './readJson.ts'
import { requireWriter } from './requireWriter.ts'
import { resolveQueries } from './resolveQueries.ts'

const visibility = z.enum(['sync', 'async', 'deferred']).optional()

/** How often queries are asked anew because others have written meanwhile: first beside them, then alone. */
const attemptsBeside = 2
const attemptsAlone = 10

/** POST `/data/mutate/:dataset`. Every visibility is answered alike: queries always see what was committed. */
export async function answerMutations(c: Context<LakeRequest>, services: DataServices): Promise<Response> {
  const { context } = services
  const identity = requireWriter(c.get('identity'))
  const { name: dataset } = requireDataset(context.database, c.req.param('dataset') ?? '')
  readVisibility(c.req.query('visibility'))
  const committed =
    (await commitLarge(c, services, { dataset, identity })) ??
    (await commitUsual(c, services, { dataset, identity }))
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

interface Writer {
  dataset: string
  identity: Identity
}

async function commitUsual(c: Context<LakeRequest>, services: DataServices, { dataset, identity }: Writer) {
  const parsed = mutationRequest.safeParse(await readJson(c.req))
  if (!parsed.success) {
    throw new HttpError(400, 'Bad Request', 'The body must be {"mutations": […], "transactionId": …}.')
  }
  const { mutations } = parsed.data
  const transactionId = parsed.data.transactionId ?? readTransactionId(c.req.query('transactionId'))
  return commit(services, {
    dataset,
    mutations,
    author: identity.id,
    identity,
    ...(transactionId && { transactionId }),
    dryRun: c.req.query('dryRun') === 'true',
    autoGenerateArrayKeys: c.req.query('autoGenerateArrayKeys') === 'true',
  })
}

/**
 * Commits a request that makes many documents, as importers send them, with what can be done beside done beside; undefined
 * when it must be carried out in the usual way, which does the same.
 */
async function commitLarge(c: Context<LakeRequest>, { context, preparing }: DataServices, writer: Writer) {
  const asksForMore = ['dryRun', 'autoGenerateArrayKeys', 'returnDocuments'].some(
    (name) => c.req.query(name) === 'true',
  )
  if (asksForMore || !(Number(c.req.header('content-length')) >= largeBody)) return undefined
  const body = await c.req.arrayBuffer()
  const prepared = await preparing.prepare(new Uint8Array(body))
  if (!prepared) return undefined
  const transactionId = prepared.transactionId ?? readTransactionId(c.req.query('transactionId'))
  const turns = writersTurnsOf(context)
  await turns.beside()
  const committed = commitPrepared(context, { ...prepared, transactionId, ...writer })
  // Nobody reads it again: given back now and not when V8 comes by.
  if (committed) body.transfer(0)
  return committed
}

/** The hosted service takes the id of the transaction from the address, too. @throws HttpError 400 */
function readTransactionId(asked: string | undefined): string | undefined {
  const parsed = chosenTransactionId.optional().safeParse(asked || undefined)
  if (parsed.success) return parsed.data
  throw new HttpError(
    400,
    'Bad Request',
    'A "transactionId" has at most 128 letters, digits, "_", "-" and ".".',
  )
}

/** Whatever is asked for, queries see a commit at once. @throws HttpError 400 for what is none */
function readVisibility(asked: string | undefined): void {
  if (visibility.safeParse(asked).success) return
  throw new HttpError(400, 'Bad Request', '"visibility" must be "sync", "async" or "deferred".')
}

/**
 * Commits. Mutations by query hold only for the dataset that the queries saw: when somebody else has committed
 * meanwhile they are asked again, at last while others wait.
 *
 * @throws HttpError 503 when others were faster every time
 */
async function commit(services: DataServices, request: MutationRequest) {
  const turns = writersTurnsOf(services.context)
  await turns.beside()
  return (
    (await tryToCommit(services, request, attemptsBeside)) ??
    turns.alone(async () => {
      const committed = await tryToCommit(services, request, attemptsAlone)
      if (committed) return committed
      throw overtaken()
    })
  )
}

/** Undefined when the dataset did not hold still for any of so many attempts. */
async function tryToCommit(services: DataServices, request: MutationRequest, attempts: number) {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const { mutations, places, seq } = await resolveQueries(services, request)
    if (seq === undefined || seq === lastSeq(services.context.database)) {
      writersTurnsOf(services.context).check()
      return commitMutations(services.context, { ...request, mutations, places })
    }
  }
  return undefined
}
