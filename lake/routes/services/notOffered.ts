import type { Hono } from 'hono'
import type { LakeRequest } from '../../context.ts'
import { NotImplementedError } from '../../http/errors.ts'

/** Parts of the hosted API that the lake does not have: named, so that a caller learns it in words. */
const notOffered: readonly (readonly [path: string, what: string])[] = [
  ['/access/*', 'Managing access over HTTP (use: npm run lake -- user, npm run lake -- token)'],
  ['/agent/*', 'Agent Actions'],
  ['/apis/*', 'GraphQL'],
  ['/applications/*', 'Dashboard applications'],
  ['/assist/*', 'AI Assist'],
  ['/auth/session/create', 'Creating sessions over HTTP'],
  ['/auth/oauth/*', 'OAuth'],
  ['/auth/organizations/*', 'Single sign-on'],
  ['/blueprints/*', 'Blueprints'],
  ['/canvases/*', 'Canvas'],
  ['/collaboration/*', 'Comments'],
  ['/comments/*', 'Comments'],
  ['/context/*', 'Agent Context'],
  ['/descriptors/*', 'Storing schema descriptors'],
  ['/embeddings-index/*', 'The embeddings index'],
  ['/functions/*', 'Functions'],
  ['/hooks/*', 'Managing webhooks over HTTP (use: npm run lake -- webhook)'],
  ['/intake/*', 'Telemetry'],
  ['/invitations/*', 'Inviting people (use: npm run lake -- user create)'],
  ['/jobs/*', 'The jobs service'],
  ['/media-libraries/*', 'The Media Library'],
  ['/organizations/*', 'Organisations'],
  ['/plans/*', 'Plans'],
  ['/schedules/*', 'The legacy scheduling service'],
  ['/tasks/*', 'Tasks'],
  ['/user-applications', 'Deploying Studios and apps'],
  ['/user-applications/*', 'Deploying Studios and apps'],
  ['/aliases/*', 'Dataset aliases'],
  ['/datasets/:dataset/copy', 'Copying datasets (use: sanity datasets export and import)'],
  ['/projects/:project/cors', 'Managing CORS origins over HTTP (use: npm run lake -- cors)'],
  ['/projects/:project/cors/*', 'Managing CORS origins over HTTP (use: npm run lake -- cors)'],
  ['/projects/:project/tokens', 'Managing tokens over HTTP (use: npm run lake -- token)'],
  ['/projects/:project/tokens/*', 'Managing tokens over HTTP (use: npm run lake -- token)'],
  ['/projects/:project/datasets/copy', 'Copying datasets (use: sanity datasets export and import)'],
  ['/projects/:project/datasets/:dataset/backups', 'Hosted backups (copy the data folder instead)'],
  ['/projects/:project/datasets/:dataset/backups/*', 'Hosted backups (copy the data folder instead)'],
  ['/projects/:project/datasets/:dataset/settings/*', 'This dataset setting'],
  ['/projects/:project/datasets/:dataset/schemas', 'Storing deployed schemas'],
  ['/projects/:project/datasets/:dataset/schemas/*', 'Storing deployed schemas'],
  ['/projects/:project/user-applications', 'Deploying Studios and apps'],
  ['/projects/:project/user-applications/*', 'Deploying Studios and apps'],
  ['/assets/media-library-link/*', 'The Media Library'],
  ['/assets/:kind/:dataset/from-url', 'Uploading from an address'],
]

/** Registered after everything that is there. */
export function notOfferedRoutes(app: Hono<LakeRequest>): void {
  for (const [path, what] of notOffered) {
    app.all(path, () => {
      throw new NotImplementedError(what)
    })
  }
}
