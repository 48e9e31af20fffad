import type { Hono } from 'hono'
import { identity } from '../auth/identity.ts'
import type { LakeContext, LakeRequest } from '../context.ts'
import { crossOrigin } from '../http/crossOrigin.ts'
import { securityHeaders } from '../http/securityHeaders.ts'
import { lastSeq } from '../store/changes.ts'

/** Everything besides documents: who is asking, accounts, assets, webhooks, the Studio's own files. */
export function serviceRoutes(app: Hono<LakeRequest>, context: LakeContext) {
  app.use(securityHeaders, crossOrigin(context), identity(context))
  app.get('/health', (c) => c.json({ status: 'ok', seq: lastSeq(context.database) }))
  return { close: async (): Promise<void> => undefined }
}
