import type { Hono } from 'hono'
import type { LakeRequest } from '../../context.ts'
import { NotImplementedError } from '../../http/errors.ts'

/** Parts of the hosted API that the lake does not have: named, so that a caller learns it in words. */
const notOffered: readonly (readonly [path: string, what: string])[] = [
  ['/access/*', 'This part of the Access API: requests, invitations and roles of your own'],
  ['/activity/*', 'The activity log'],
  ['/activity-log/*', 'The activity log'],
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
  ['/hooks/*', 'This part of the Webhooks API'],
  ['/installations/*', 'Dashboard applications'],
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
  ['/deploy/*', 'Deploying Studios and apps'],
  ['/datasets/:dataset/copy', 'Copying datasets (use: sanity datasets export and import)'],
  ['/projects', 'Making another project: a lake has one'],
  ['/projects/:project', 'Deleting or moving the project'],
  ['/projects/:project/datasets/copy', 'Copying datasets (use: sanity datasets export and import)'],
  ['/projects/:project/datasets/:dataset/copy', 'Copying datasets (use: sanity datasets export and import)'],
  ['/projects/:project/datasets/:dataset/tags/*', 'Tags of datasets'],
  ['/projects/:project/roles/*', 'Roles of your own'],
  ['/projects/:project/tags', 'Tags of datasets'],
  ['/projects/:project/tags/*', 'Tags of datasets'],
  ['/projects/:project/datasets/:dataset/backups', 'Hosted backups (use: npm run lake -- backup)'],
  ['/projects/:project/datasets/:dataset/backups/*', 'Hosted backups (use: npm run lake -- backup)'],
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
