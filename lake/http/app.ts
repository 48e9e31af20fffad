import { Hono } from 'hono'
import type { LakeContext, LakeRequest } from '../context.ts'
import { dataRoutes } from '../routes/dataRoutes.ts'
import { serviceRoutes } from '../routes/serviceRoutes.ts'
import { answerError } from './answerError.ts'
import { stripVersion } from './stripVersion.ts'

/** All routes over one context. `close` ends what the routes keep running. */
export function openApp(context: LakeContext) {
  const app = new Hono<LakeRequest>({ getPath: (request) => stripVersion(new URL(request.url).pathname) })
  app.onError((error, c) => answerError(error, c, context.log))
  const services = serviceRoutes(app, context)
  const data = dataRoutes(app, context)
  return {
    handle: (request: Request): Promise<Response> | Response => app.fetch(request),
    close: async () => {
      await data.close()
      await services.close()
    },
  }
}
