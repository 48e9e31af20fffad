import type { Hono } from 'hono'
import { z } from 'zod'
import { fileDocument, imageDocument, uploadDetails } from '../../assets/assetDocuments.ts'
import type { AssetKind, ReceivedFile } from '../../assets/assetFiles.ts'
import { type MetadataPart, metadataPart, usualParts } from '../../assets/imageDescription.ts'
import type { Assets } from '../../assets/openAssets.ts'
import { type KnownIdentity, requireIdentity, requireWriter } from '../../auth/require.ts'
import type { LakeContext, LakeRequest } from '../../context.ts'
import { ForbiddenError, HttpError } from '../../http/errors.ts'
import { commitMutations } from '../../mutations/commitMutations.ts'
import { requireDataset } from '../../store/datasets.ts'
import { documentExists, readDocument } from '../../store/documents.ts'
import { toOutward } from '../../store/outward.ts'

/** Uploading and deleting pictures and files. */
export function uploadRoutes(app: Hono<LakeRequest>, context: LakeContext, assets: Assets): void {
  const { database, projectId } = context

  app.post('/assets/:kind{images|files}/:dataset', async (c) => {
    const identity = requireWriter(c.get('identity'), 'upload')
    const kind: AssetKind = c.req.param('kind') === 'images' ? 'images' : 'files'
    const dataset = c.req.param('dataset')
    requireDataset(database, dataset)
    const details = parseDetails(c.req.query())
    const parts = parseParts(c.req.queries('meta'))

    const received = await assets.files.receive(c.req.raw.body, Number(c.req.header('content-length') ?? 0))
    try {
      const place = { projectId, dataset }
      const described =
        kind === 'images'
          ? imageDocument(received, await assets.describe(received.path, parts), details, place)
          : fileDocument(received, details, place, c.req.header('content-type'))
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

  /**
   * The file first and the document after it: a document never points to a file that is not there. One after
   * another for the same bytes, so that two uploads make one asset and a deletion in between takes all or nothing.
   */
  function keep(
    received: ReceivedFile,
    kind: AssetKind,
    dataset: string,
    described: { _id: string; path: string; size: number },
    identity: KnownIdentity,
  ) {
    const name = described.path.slice(described.path.lastIndexOf('/') + 1)
    return assets.locked(`${dataset}/${name}`, async () => {
      const isThere = await assets.files.has(kind, dataset, name, received.size)
      if (!isThere) await assets.files.keep(received, kind, dataset, name)
      try {
        commitMutations(context, {
          dataset,
          mutations: [{ createIfNotExists: described }],
          author: identity.id,
        })
      } catch (error) {
        if (!documentExists(database, dataset, described._id)) await assets.files.remove(kind, dataset, name)
        throw error
      }
      return toOutward(readDocument(database, dataset, described._id), context.publicUrl)
    })
  }
}

function parseDetails(query: Record<string, string>) {
  const details = uploadDetails.safeParse(query)
  if (details.success) return details.data
  const name = String(details.error.issues[0]?.path[0])
  throw new HttpError(400, 'Bad Request', `"${name}" of the upload is too long.`)
}

/** `meta` is repeated for several; `none` asks for nothing but what always comes. */
function parseParts(asked: string[] | undefined): readonly MetadataPart[] {
  if (asked === undefined) return usualParts
  const parts = z.array(metadataPart).safeParse(asked.filter((part) => part !== 'none'))
  if (parts.success) return parts.data
  throw new HttpError(400, 'Bad Request', `"meta" is one of ${metadataPart.options.join(', ')} and none.`)
}
