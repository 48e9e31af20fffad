import { serve } from '@hono/node-server'
import { getWritingClient } from '../sanity/client.ts'
import { getEnvironment } from '../sanity/env.ts'
import { receiveChange } from './receiveChange.ts'

/** Answers on loopback alone: who may reach it is the portal beside it. */
function runWorker(): void {
  const { workerPort, webhookSecret } = getEnvironment()
  if (webhookSecret === undefined)
    throw new Error('The environment variable SANITY_WEBHOOK_SECRET is not set: the worker trusts nobody.')
  getWritingClient()
  const server = serve({ fetch: answer, hostname: '127.0.0.1', port: workerPort }, () =>
    console.info(`The worker is ready on port ${workerPort}.`),
  )
  const stop = () => server.close(() => process.exit(0))
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

const answer = (request: Request): Promise<Response> | Response => {
  const { pathname } = new URL(request.url)
  if (pathname === '/health') return Response.json({ status: 'ok' })
  if (pathname === '/' && request.method === 'POST') return receiveChange(request)
  return new Response('There is nothing here.', { status: 404 })
}

try {
  runWorker()
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
