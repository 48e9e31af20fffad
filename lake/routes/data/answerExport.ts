import type { Context } from 'hono'
import { isReadable, reachOf } from '../../auth/access.ts'
import type { LakeRequest } from '../../context.ts'
import { requireDataset } from '../../store/datasets.ts'
import { documentsAfter } from '../../store/documents.ts'
import { toOutward } from '../../store/outward.ts'
import type { DataServices } from './dataServices.ts'

const pageSize = 200
const encoder = new TextEncoder()

/** GET `/data/export/:dataset`: every document within the caller's reach as NDJSON, read page by page. */
export function answerExport(c: Context<LakeRequest>, { context }: DataServices): Response {
  const { database, publicUrl } = context
  const dataset = requireDataset(database, c.req.param('dataset') ?? '')
  const reach = reachOf(c.get('identity'), dataset.aclMode)
  const types = (c.req.query('types') ?? '').split(',').filter((type) => type !== '')
  let lastId = ''
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const page = documentsAfter(database, dataset.name, lastId, pageSize)
      lastId = page.at(-1)?._id ?? lastId
      const lines = page
        .filter((document) => isReadable(document, reach))
        .filter((document) => types.length === 0 || types.includes(document._type))
        .map((document) => `${JSON.stringify(toOutward(document, publicUrl))}\n`)
      // An empty piece would not wake the reader up; an empty line is none in NDJSON.
      if (page.length > 0) controller.enqueue(encoder.encode(lines.join('') || '\n'))
      else controller.close()
    },
  })
  return c.body(body, 200, { 'content-type': 'application/x-ndjson' })
}
