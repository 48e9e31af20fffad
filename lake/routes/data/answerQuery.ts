import type { Context } from 'hono'
import { reachOf } from '../../auth/access.ts'
import type { LakeRequest } from '../../context.ts'
import { parsePerspective } from '../../groq/perspective.ts'
import type { QueryTask } from '../../groq/queryProtocol.ts'
import { apiVersionOf } from '../../http/apiVersion.ts'
import { callerOf } from '../../http/callers.ts'
import { requireDataset } from '../../store/datasets.ts'
import type { DataServices } from './dataServices.ts'
import { readQueryRequest } from './readQueryRequest.ts'

/** GET and POST `/data/query/:dataset` */
export async function answerQuery(c: Context<LakeRequest>, services: DataServices): Promise<Response> {
  const { context, workers } = services
  const dataset = requireDataset(context.database, c.req.param('dataset') ?? '')
  const identity = c.get('identity')
  const { query, params } = await readQueryRequest(c.req)
  const asked = parsePerspective(c.req.query('perspective'), apiVersionOf(c.req.url))
  const started = performance.now()
  const answer = await workers.query({
    dataset: dataset.name,
    query,
    params,
    // Without an account there is only what is published, whatever was asked for.
    perspective: identity.kind === 'anonymous' ? [] : asked,
    reach: reachOf(identity, dataset.aclMode),
    identity: identity.id,
    caller: callerOf(identity, c.req.raw),
    now: context.now(),
    sourceMap: sourceMapOf(c.req.query('resultSourceMap')),
  })
  const parts = [
    ...(c.req.query('returnQuery') === 'false' ? [] : [`"query":${JSON.stringify(query)}`]),
    `"result":${answer.result}`,
    `"syncTags":${JSON.stringify(answer.syncTags)}`,
    `"ms":${Math.round(performance.now() - started)}`,
    ...(answer.sourceMap === undefined ? [] : [`"resultSourceMap":${answer.sourceMap}`]),
  ]
  return c.body(`{${parts.join(',')}}`, 200, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  })
}

function sourceMapOf(asked: string | undefined): QueryTask['sourceMap'] {
  if (asked === 'withKeyArraySelector') return 'withKeyArraySelector'
  return asked === 'true' ? 'full' : 'none'
}
