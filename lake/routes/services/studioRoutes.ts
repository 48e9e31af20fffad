import type { Hono } from 'hono'
import { originAccess } from '../../auth/origins.ts'
import { requireIdentity } from '../../auth/require.ts'
import type { LakeContext, LakeRequest } from '../../context.ts'
import { HttpError } from '../../http/errors.ts'
import { lastSeq } from '../../store/changes.ts'

/** Without `privateDataset` Sanity's command line makes datasets public that were asked to be private. */
const features = ['contentReleases', 'singleDocRelease', 'privateDataset']

/** What the Studio asks around its start besides content: honest answers of a lake that sells nothing and measures nobody. */
export function studioRoutes(app: Hono<LakeRequest>, context: LakeContext): void {
  // How much is written is nobody's business who may not read it all: drafts count, too.
  app.get('/health', (c) =>
    c.json({
      status: 'ok',
      ...(c.get('identity').kind !== 'anonymous' && { seq: lastSeq(context.database) }),
    }),
  )

  // "Open on the site": the Studio is built once for any address, so the lake knows where the readers' site is.
  app.get('/site/*', (c) => {
    if (!context.siteUrl)
      throw new HttpError(404, 'Not Found', 'This lake has not been told where its site is.')
    return c.redirect(`${context.siteUrl}${c.req.path.slice('/site'.length)}`, 302)
  })

  app.get('/check/cors', (c) => {
    const origin = c.req.header('origin')
    const access = origin === undefined ? { allowCredentials: true } : originAccess(context, origin)
    const result = { allowed: access !== undefined, withCredentials: access?.allowCredentials === true }
    return c.json({ result })
  })

  app.get('/features', (c) => c.json(features))
  app.get('/projects/:project/features', (c) => c.json(features))
  app.get('/subscriptions/project/:project', (c) => {
    requireIdentity(c.get('identity'))
    const retention = { attributes: { maxRetentionDays: 36500 } }
    return c.json({
      id: 'embedded',
      plan: { planTypeId: 'embedded', name: 'Embedded content lake' },
      featureTypes: { retention: { features: [retention] } },
    })
  })
  app.get('/projects/:project/new-content-release-allowed', (c) =>
    c.json({
      data: {
        orgActiveReleaseCount: 0,
        orgMeteredActiveReleaseCount: 0,
        datasetReleaseLimit: 1000,
        orgActiveReleaseLimit: null,
      },
    }),
  )
  app.get('/projects/:project/user-applications', (c) => c.json([]))
  app.get('/schedules/:project/:dataset', (c) => c.json({ schedules: [] }))
  app.get('/access/requests/me', (c) => c.json([]))
  app.get('/aliases', (c) => c.json([]))
  app.get('/organizations', (c) => c.json([]))
  app.get('/installations', (c) => c.json([]))
  app.get('/media-libraries', (c) => c.json({ data: [] }))

  app.get('/journey/announcements', (c) => c.json([]))
  app.get('/journey/*', (c) => c.json({}))
  app.get('/help', (c) => c.json({ resources: { title: '', sectionArray: [] } }))
  app.get('/geoip/country', (c) => c.json({ country: null }))

  app.get('/intake/telemetry-status', (c) => c.json({ status: 'denied' }))
  app.post('/intake/batch', (c) => c.body(null, 204))
}
