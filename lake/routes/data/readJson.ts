import type { HonoRequest } from 'hono'
import { bodyOf } from '../../http/bodyLimits.ts'
import { parseJson } from '../../http/parseJson.ts'

/** The JSON of a request's body. @throws HttpError 400 */
export async function readJson(request: HonoRequest): Promise<unknown> {
  return parseJson(await bodyOf(request), 'The body')
}
