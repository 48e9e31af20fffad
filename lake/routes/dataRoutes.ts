import type { Hono } from 'hono'
import type { LakeContext, LakeRequest } from '../context.ts'
import { QueryProcesses } from '../groq/queryProcesses.ts'
import { bodyLimits } from '../http/bodyLimits.ts'
import { NotImplementedError } from '../http/errors.ts'
import { openPreparing } from '../preparing/openPreparing.ts'
import { openSchedule } from '../schedule/openSchedule.ts'
import { answerActions } from './data/answerActions.ts'
import { answerDocuments } from './data/answerDocuments.ts'
import { answerExport } from './data/answerExport.ts'
import {
  answerDocumentEvents,
  answerPastDocuments,
  answerReleaseEvents,
  answerTransactions,
} from './data/answerHistory.ts'
import { answerListen } from './data/answerListen.ts'
import { answerLiveEvents } from './data/answerLiveEvents.ts'
import { answerMutations } from './data/answerMutations.ts'
import { answerQuery } from './data/answerQuery.ts'
import { answerReferences } from './data/answerReferences.ts'
import type { DataServices } from './data/dataServices.ts'
import { warmQueries } from './data/warmQueries.ts'

/** Documents: reading, writing, following and remembering them. */
export function dataRoutes(app: Hono<LakeRequest>, context: LakeContext) {
  const services: DataServices = {
    context,
    processes: new QueryProcesses(context),
    preparing: openPreparing(context),
    streams: new Set(),
  }
  warmQueries(services)
  const schedule = openSchedule(context)
  app.use('/data/*', bodyLimits(context))

  app.get('/ping', (c) => c.json({ pong: true }))
  app.get('/data/ping/:dataset', (c) => c.json({ pong: true }))
  app.on(['GET', 'POST'], '/data/query/:dataset', (c) => answerQuery(c, services))
  app.get('/data/doc/:dataset/:ids', (c) => answerDocuments(c, services))
  app.get('/data/export/:dataset', (c) => answerExport(c, services))
  app.get('/data/references/:dataset/documents/:id/to', (c) => answerReferences(c, services))

  app.post('/data/mutate/:dataset', (c) => answerMutations(c, services))
  app.post('/data/actions/:dataset', (c) => answerActions(c, services))

  app.get('/data/listen/:dataset', (c) => answerListen(c, services))
  app.get('/data/live/events/:dataset', (c) => answerLiveEvents(c, services))

  app.get('/data/history/:dataset/transactions/:ids', (c) => answerTransactions(c, services))
  app.get('/data/history/:dataset/documents/:ids', (c) => answerPastDocuments(c, services))
  app.get('/data/history/:dataset/events/documents/:id', (c) => answerDocumentEvents(c, services))
  app.get('/data/history/:dataset/events/releases/:id', (c) => answerReleaseEvents(c, services))

  app.all('/data/*', (c) => {
    throw new NotImplementedError(`${c.req.method} ${c.req.path}`)
  })

  return {
    close: async () => {
      schedule.close()
      for (const stream of services.streams) stream.end()
      services.preparing.close()
      await services.processes.close()
    },
  }
}
