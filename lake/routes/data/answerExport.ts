import type { Context } from 'hono'
import { isReadable, type Reach, reachOf } from '../../auth/access.ts'
import { identifyHash } from '../../auth/identify.ts'
import type { Identity, LakeContext, LakeRequest, SanityDocument } from '../../context.ts'
import { type Dataset, readDataset, requireDataset } from '../../store/datasets.ts'
import { documentsAfter } from '../../store/documents.ts'
import { toOutward } from '../../store/outward.ts'
import type { DataServices } from './dataServices.ts'

const pageSize = 200
const encoder = new TextEncoder()

/** GET `/data/export/:dataset`: every document within the caller's reach as NDJSON, read page by page. */
export function answerExport(c: Context<LakeRequest>, { context }: DataServices): Response {
  const dataset = requireDataset(context.database, c.req.param('dataset') ?? '')
  const reach = reachOf(c.get('identity'), dataset.aclMode)
  const types = (c.req.query('types') ?? '').split(',').filter((type) => type !== '')
  const isAsked = (document: SanityDocument) =>
    isReadable(document, reach) && (types.length === 0 || types.includes(document._type))
  const documents = documentsOf(context, dataset, isAsked)
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      // Broken off, not closed: an export that is cut short must not look whole.
      if (!mayGoOn(context, c.get('identity'), dataset, reach)) {
        return controller.error(new Error('The caller may not read this dataset any longer.'))
      }
      const lines: string[] = []
      while (lines.length < pageSize) {
        const next = await documents.next()
        if (next.done) break
        lines.push(`${JSON.stringify(toOutward(next.value, context.publicUrl))}\n`)
      }
      if (lines.length > 0) controller.enqueue(encoder.encode(lines.join('')))
      if (lines.length < pageSize) controller.close()
    },
  })
  return c.body(body, 200, { 'content-type': 'application/x-ndjson' })
}

/** What is passed over is nowhere to be seen, and others get their turn after every page that was read. */
async function* documentsOf(
  { database }: LakeContext,
  { name }: Dataset,
  isAsked: (document: SanityDocument) => boolean,
): AsyncGenerator<SanityDocument> {
  for (let lastId = ''; ; ) {
    const page = documentsAfter(database, name, lastId, pageSize)
    yield* page.filter(isAsked)
    const last = page.at(-1)
    if (!last) return
    lastId = last._id
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** Whether the caller still has the token that it began with, and the dataset is still the one that it may read. */
function mayGoOn(context: LakeContext, identity: Identity, dataset: Dataset, reach: Reach): boolean {
  const present = readDataset(context.database, dataset.name)
  return (
    present?.createdAt === dataset.createdAt &&
    reachOf(identity, present.aclMode) === reach &&
    (identity.kind === 'anonymous' || identifyHash(context, identity.tokenHash) !== undefined)
  )
}
