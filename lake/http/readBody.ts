import type { Context } from 'hono'
import type { z } from 'zod'
import type { LakeRequest } from '../context.ts'
import { HttpError } from './errors.ts'

const longest = 256 * 1024

/** The JSON body of a request that manages something, parsed. @throws HttpError 400 naming what is wrong, 413 */
export async function readBody<T extends z.ZodType>(
  c: Context<LakeRequest>,
  schema: T,
): Promise<z.output<T>> {
  const text = await c.req.text()
  if (text.length > longest) {
    throw new HttpError(413, 'Payload Too Large', 'The body is larger than 256 KiB.')
  }
  const parsed = schema.safeParse(parseJson(text))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const where = issue?.path.length ? `"${issue.path.join('.')}": ` : ''
  throw new HttpError(400, 'Bad Request', `${where}${issue?.message ?? 'The body cannot be used.'}`)
}

function parseJson(text: string): unknown {
  if (text.trim() === '') return {}
  try {
    return JSON.parse(text)
  } catch {
    throw new HttpError(400, 'Bad Request', 'The body is not JSON.')
  }
}
