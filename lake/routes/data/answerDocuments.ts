import type { Context } from 'hono'
import { isReadable, type Reach, reachOf } from '../../auth/access.ts'
import type { LakeRequest } from '../../context.ts'
import { draftIdOf, publishedIdOf } from '../../mutations/documentIds.ts'
import { requireDataset } from '../../store/datasets.ts'
import { readDocument, versionIdsOf } from '../../store/documents.ts'
import { toOutward } from '../../store/outward.ts'
import type { DataServices } from './dataServices.ts'

/** GET `/data/doc/:dataset/:ids` */
export function answerDocuments(c: Context<LakeRequest>, { context }: DataServices): Response {
  const { database, publicUrl } = context
  const dataset = requireDataset(database, c.req.param('dataset') ?? '')
  const reach = reachOf(c.get('identity'), dataset.aclMode)
  const asked = new Set((c.req.param('ids') ?? '').split(',').filter((id) => id !== ''))
  const withVersions = c.req.query('includeAllVersions') === 'true'
  const ids = withVersions ? new Set([...asked].flatMap(allVersions)) : asked
  const found = [...ids].map((id) => {
    const document = readDocument(database, dataset.name, id)
    return { id, document: document && isReadable(document, reach) ? document : undefined }
  })
  const documents = found.flatMap(({ document }) => (document ? [toOutward(document, publicUrl)] : []))
  const omitted = found
    .filter(({ id, document }) => !document && asked.has(id))
    .map(({ id }) => ({ id, reason: reasonFor(id, reach) }))
  return c.json({ documents: c.req.query('excludeContent') === 'true' ? [] : documents, omitted })

  function allVersions(id: string): string[] {
    const published = publishedIdOf(id)
    // Even the order in which ids are refused must not tell a guest which versions there are.
    const versions = reach === 'all' ? versionIdsOf(database, dataset.name, published) : []
    return [id, published, draftIdOf(published), ...versions]
  }
}

/** By the id alone, so that a caller without rights cannot learn whether a draft is there. */
function reasonFor(id: string, reach: Reach): 'existence' | 'permission' {
  const visible = reach === 'all' || (reach === 'public' && !id.includes('.'))
  return visible ? 'existence' : 'permission'
}
