import type { Context } from 'hono'
import type { Logger } from 'pino'
import type { LakeRequest } from '../context.ts'
import { storeFailureOf } from '../store/storeFailure.ts'
import { LakeError } from './errors.ts'

/** The one place where errors become HTTP. What is not ours is logged whole and answered in one neutral sentence. */
export function answerError(error: Error, c: Context<LakeRequest>, log: Logger): Response {
  if (error instanceof LakeError) return c.json(error.body, error.status, error.headers)
  log.error({ err: error, path: c.req.path }, 'request failed')
  const failure = storeFailureOf(error)
  if (failure) return c.json(failure.body, failure.status)
  return c.json(
    {
      statusCode: 500,
      error: 'Internal Server Error',
      message: 'The lake could not answer; its log says why.',
    },
    500,
  )
}
