import type { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { LakeContext, LakeRequest } from '../context.ts'
import { QueryWorkers } from '../groq/queryWorkers.ts'
import { HttpError, NotImplementedError } from '../http/errors.ts'
import { answerDocuments } from './data/answerDocuments.ts'
import { answerMutations } from './data/answerMutations.ts'
import { answerQuery } from './data/answerQuery.ts'

/** Longest body of a request, in bytes. */
const longestBody = 32 * 1024 * 1024

/** Documents: reading, writing, following and remembering them. */
export function dataRoutes(app: Hono<LakeRequest>, context: LakeContext) {
  const workers = new QueryWorkers(context)
  const services = { context, workers }

  app.use(
    '/data/*',
    bodyLimit({
      maxSize: longestBody,
      onError: () => {
        throw new HttpError(413, 'Payload Too Large', 'The request is larger than 32 MiB; send it in parts.')
      },
    }),
  )
  app.get('/ping', (c) => c.json({ pong: true }))
  app.get('/data/ping/:dataset', (c) => c.json({ pong: true }))
  app.on(['GET', 'POST'], '/data/query/:dataset', (c) => answerQuery(c, services))
  app.get('/data/doc/:dataset/:ids', (c) => answerDocuments(c, services))
  app.post('/data/mutate/:dataset', (c) => answerMutations(c, services))
  app.all('/data/*', (c) => {
    throw new NotImplementedError(`${c.req.method} ${c.req.path}`)
  })

  return { close: () => workers.close() }
}
