import type { Hono } from 'hono'
import { fileDocument, imageDocument, uploadDetails } from '../../assets/assetDocuments.ts'
import type { AssetKind, ReceivedFile } from '../../assets/assetFiles.ts'
import { describeImage } from '../../assets/describeImage.ts'
import type { Assets } from '../../assets/openAssets.ts'
import { type KnownIdentity, requireIdentity, requireWriter } from '../../auth/require.ts'
import type { LakeContext, LakeRequest } from '../../context.ts'
import { ForbiddenError, HttpError } from '../../http/errors.ts'
import { commitMutations } from '../../mutations/commitMutations.ts'
import { requireDataset } from '../../store/datasets.ts'
import { readDocument } from '../../store/documents.ts'
import { toOutward } from '../../store/outward.ts'

/** Uploading and deleting pictures and files. */
export function uploadRoutes(app: Hono<LakeRequest>, context: LakeContext, assets: Assets): void {
  const { database, projectId } = context

  app.post('/assets/:kind{images|files}/:dataset', async (c) => {
    const identity = requireWriter(c.get('identity'), 'upload')
    const kind: AssetKind = c.req.param('kind') === 'images' ? 'images' : 'files'
    const dataset = c.req.param('dataset')
    requireDataset(database, dataset)
    const details = uploadDetails.safeParse(c.req.query())
    if (!details.success) throw new HttpError(400, 'Bad Request', 'A detail of the upload is too long.')

    const received = await assets.files.receive(c.req.raw.body, Number(c.req.header('content-length') ?? 0))
    try {
      const place = { projectId, dataset }
      const described =
        kind === 'images'
          ? imageDocument(
              received,
              await assets.work(() => describeImage(received.path)),
              details.data,
              place,
            )
          : fileDocument(received, details.data, place)
      return c.json({ document: await keep(received, kind, dataset, described, identity) })
    } finally {
      await assets.files.discard(received)
    }
  })

  app.delete('/assets/:kind{images|files}/:dataset/:id', (c) => {
    const identity = requireIdentity(c.get('identity'))
    if (identity.role === 'viewer' || identity.role === 'contributor') {
      throw new ForbiddenError(`A ${identity.role} may not delete assets.`)
    }
    const { dataset, id } = c.req.param()
    const document = readDocument(database, dataset, id)
    if (!document?._type.endsWith('Asset'))
      throw new HttpError(404, 'Not Found', `There is no asset "${id}".`)
    commitMutations(context, { dataset, mutations: [{ delete: { id } }], author: identity.id })
    return c.json({ documentId: id })
  })

  /** The file first and the document after it: a document never points to a file that is not there. */
  async function keep(
    received: ReceivedFile,
    kind: AssetKind,
    dataset: string,
    described: { _id: string; path: string },
    identity: KnownIdentity,
  ) {
    const name = described.path.slice(described.path.lastIndexOf('/') + 1)
    await assets.files.keep(received, kind, dataset, name)
    commitMutations(context, { dataset, mutations: [{ createIfNotExists: described }], author: identity.id })
    return toOutward(readDocument(database, dataset, described._id), context.publicUrl)
  }
}
