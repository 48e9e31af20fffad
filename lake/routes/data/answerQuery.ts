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
  const { context, processes } = services
  const dataset = requireDataset(context.database, c.req.param('dataset') ?? '')
  const identity = c.get('identity')
  const { query, params } = await readQueryRequest(c.req)
  const perspective = parsePerspective(c.req.query('perspective'), apiVersionOf(c.req.url))
  const started = performance.now()
  const answer = await processes.query({
    dataset: dataset.name,
    query,
    params,
    // Without an account there is only what is published, whatever was asked for.
    perspective: identity.kind === 'anonymous' ? [] : perspective,
    reach: reachOf(identity, dataset.aclMode),
    identity: identity.id,
    caller: callerOf(identity, c.req.raw),
    now: context.now(),
    sourceMap: sourceMapOf(c.req.query('resultSourceMap')),
  })
  const asked = c.req.query('returnQuery') === 'false' ? '' : `"query":${JSON.stringify(query)},`
  const { result, syncTags, sourceMap } = answer
  const about = `"syncTags":${JSON.stringify(syncTags)},"ms":${Math.round(performance.now() - started)}`
  const parts = [`{${asked}"result":`, result, `,${about}`]
  if (sourceMap) parts.push(',"resultSourceMap":', sourceMap)
  return c.body(joinBytes([...parts, '}']), 200, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  })
}

/** The answer itself is never looked at, which takes long when it is large. */
function joinBytes(parts: readonly (string | Uint8Array)[]): Uint8Array<ArrayBuffer> {
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)))
}

function sourceMapOf(asked: string | undefined): QueryTask['sourceMap'] {
  if (asked === 'withKeyArraySelector') return 'withKeyArraySelector'
  return asked === 'true' ? 'full' : 'none'
}
