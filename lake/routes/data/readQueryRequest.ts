import type { HonoRequest } from 'hono'
import { z } from 'zod'
import { HttpError } from '../../http/errors.ts'
import { parseJson } from '../../http/parseJson.ts'
import { readJson } from './readJson.ts'

export interface QueryRequest {
  query: string
  params: Record<string, unknown>
}

const posted = z.object({ query: z.string(), params: z.record(z.string(), z.unknown()).nullish() })

/** A query from the address (`query`, `$name` as JSON) or, of a POST, from the body. @throws HttpError 400 */
export async function readQueryRequest(request: HonoRequest): Promise<QueryRequest> {
  const inAddress = paramsInAddress(request)
  if (request.method !== 'POST') return { query: requireQuery(request.query('query')), params: inAddress }
  const body = posted.safeParse(await readJson(request))
  if (!body.success) throw new HttpError(400, 'Bad Request', 'The body must be {"query": …, "params": …}.')
  return { query: body.data.query, params: { ...inAddress, ...body.data.params } }
}

/** The parameters `$name` of an address. @throws HttpError 400 when one is not JSON */
export function paramsInAddress(request: HonoRequest): Record<string, unknown> {
  const params = Object.entries(request.query()).filter(([name]) => name.startsWith('$'))
  return Object.fromEntries(
    params.map(([name, value]) => [name.slice(1), parseJson(value, `The parameter ${name}`)]),
  )
}

function requireQuery(query: string | undefined): string {
  if (query) return query
  throw new HttpError(400, 'Bad Request', 'The parameter "query" is missing.')
}
