import type { Hono } from 'hono'
import { openAssets } from '../assets/openAssets.ts'
import { identity } from '../auth/identity.ts'
import { watchOutside } from '../auth/watchOutside.ts'
import type { LakeContext, LakeRequest } from '../context.ts'
import { openRemovals } from '../datasets/removeDataset.ts'
import { callerLimits } from '../http/callerLimits.ts'
import { crossOrigin } from '../http/crossOrigin.ts'
import { HttpError } from '../http/errors.ts'
import { requireProject } from '../http/project.ts'
import { securityHeaders } from '../http/securityHeaders.ts'
import { openDispatcher } from '../webhooks/openDispatcher.ts'
import { accountRoutes } from './services/accountRoutes.ts'
import { authRoutes } from './services/authRoutes.ts'
import { corsRoutes } from './services/corsRoutes.ts'
import { datasetRoutes } from './services/datasetRoutes.ts'
import { fileRoutes } from './services/fileRoutes.ts'
import { hookRoutes } from './services/hookRoutes.ts'
import { imageRoutes } from './services/imageRoutes.ts'
import { memberRoutes } from './services/memberRoutes.ts'
import { notOfferedRoutes } from './services/notOffered.ts'
import { projectRoutes } from './services/projectRoutes.ts'
import { studioFiles } from './services/studioFiles.ts'
import { studioRoutes } from './services/studioRoutes.ts'
import { tokenRoutes } from './services/tokenRoutes.ts'
import { uploadRoutes } from './services/uploadRoutes.ts'

/** Everything besides documents: who is asking, accounts, assets, webhooks, the Studio's own files. */
export function serviceRoutes(app: Hono<LakeRequest>, context: LakeContext) {
  app.use(
    securityHeaders,
    crossOrigin(context),
    requireProject(context),
    identity(context),
    callerLimits(context),
  )
  const assets = openAssets(context)
  const dispatcher = openDispatcher(context)
  const outside = watchOutside(context)
  const removals = openRemovals(context)
  authRoutes(app, context)
  memberRoutes(app, context)
  accountRoutes(app, context)
  projectRoutes(app, context)
  datasetRoutes(app, context)
  tokenRoutes(app, context)
  corsRoutes(app, context)
  hookRoutes(app, context)
  studioRoutes(app, context)
  uploadRoutes(app, context, assets)
  imageRoutes(app, context, assets)
  fileRoutes(app, context, assets)
  studioFiles(app, context)
  notOfferedRoutes(app)
  app.notFound((c) => {
    const { body, status } = new HttpError(404, 'Not Found', `The lake has nothing at ${c.req.path}.`)
    return c.json(body, status)
  })
  return {
    close: async (): Promise<void> => {
      outside.close()
      await removals.close()
      await dispatcher.close()
      await assets.close()
    },
  }
}
