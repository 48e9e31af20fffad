import type { HonoRequest } from 'hono'
import { HttpError } from '../../http/errors.ts'

/** The JSON of a request's body. @throws HttpError 400 */
export async function readJson(request: HonoRequest): Promise<unknown> {
  const text = await request.text()
  try {
    return JSON.parse(text)
  } catch {
    throw new HttpError(400, 'Bad Request', 'The body is not valid JSON.')
  }
}
