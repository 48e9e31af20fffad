import type { Context } from 'hono'
import type { LakeRequest } from '../../context.ts'
import { requireDataset } from '../../store/datasets.ts'
import { strongReferrersOf } from '../../store/documentReferences.ts'
import type { DataServices } from './dataServices.ts'
import { requireReader } from './requireReader.ts'

/** GET `/data/references/:dataset/documents/:id/to`: who points at a document. Other datasets never do. */
export function answerReferences(c: Context<LakeRequest>, { context }: DataServices): Response {
  requireReader(c.get('identity'))
  const dataset = requireDataset(context.database, c.req.param('dataset') ?? '')
  const id = c.req.param('id') ?? ''
  const internal =
    c.req.query('excludeInternalReferences') === 'true'
      ? []
      : strongReferrersOf(context.database, dataset.name, id)
  const references = internal.map((documentId) => ({
    projectId: context.projectId,
    datasetName: dataset.name,
    documentId,
  }))
  return c.json({ totalCount: references.length, references })
}
