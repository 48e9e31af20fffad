import type { Hono } from 'hono'
import { z } from 'zod'
import { corsOriginRule, parseCorsOrigin } from '../../auth/corsOrigin.ts'
import { requireAdministrator } from '../../auth/require.ts'
import type { LakeContext, LakeRequest } from '../../context.ts'
import { HttpError } from '../../http/errors.ts'
import { readBody } from '../../http/readBody.ts'
import {
  type CorsOrigin,
  deleteCorsOriginById,
  findCorsOrigin,
  listCorsOrigins,
  putCorsOrigin,
} from '../../store/corsOrigins.ts'

const newOrigin = z.object({ origin: z.string(corsOriginRule), allowCredentials: z.boolean().default(false) })

/** Origins whose pages may use the lake, besides its own and the site's. */
export function corsRoutes(app: Hono<LakeRequest>, context: LakeContext): void {
  const { database, projectId } = context

  app.get('/projects/:project/cors', (c) => {
    requireAdministrator(c.get('identity'), 'list CORS origins')
    return c.json(listCorsOrigins(database).map(describe))
  })
  app.post('/projects/:project/cors', async (c) => {
    requireAdministrator(c.get('identity'), 'add a CORS origin')
    const wanted = await readBody(c, newOrigin)
    const origin = parseCorsOrigin(wanted.origin)
    if (!origin) throw new HttpError(400, 'Bad Request', corsOriginRule)
    if (findCorsOrigin(database, origin)) {
      throw new HttpError(409, 'Conflict', `The origin ${origin} was added already.`)
    }
    const { allowCredentials } = wanted
    const createdAt = new Date(context.now()).toISOString()
    return c.json(describe(putCorsOrigin(database, { origin, allowCredentials, createdAt })), 201)
  })
  app.delete('/projects/:project/cors/:id', (c) => {
    requireAdministrator(c.get('identity'), 'delete a CORS origin')
    const id = Number(c.req.param('id'))
    if (!Number.isSafeInteger(id) || !deleteCorsOriginById(database, id)) {
      throw new HttpError(404, 'Not Found', `There is no CORS origin with the number "${c.req.param('id')}".`)
    }
    return c.json({ id, deleted: true })
  })

  function describe({ id, origin, allowCredentials, createdAt }: CorsOrigin) {
    return { id, projectId, origin, allowCredentials, createdAt, updatedAt: null, deletedAt: null }
  }
}
