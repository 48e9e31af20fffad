import { z } from 'zod'
import { parseJson } from '../freshness/parseJson.ts'
import type { Purge } from '../freshness/tagsOfChange.ts'
import { announceLeft } from './leftAddresses.ts'
import { refuseUnsigned } from './receivePublish.ts'

const body = z.object({
  purges: z.array(z.object({ tag: z.string().min(1).max(256), urgency: z.enum(['stale', 'at once']) })),
  /** Addresses that a document has left. */
  left: z.array(z.string()).default([]),
})

/** Purges what a signed request names: the portal's own after a publish, or one that asks for the tag `all`. */
export const receivePurge = async (request: Request, purge: (purge: Purge) => void): Promise<Response> => {
  const raw = await request.text()
  const refusal = await refuseUnsigned(request, raw)
  if (refusal) return refusal
  const asked = body.safeParse(parseJson(raw))
  if (!asked.success)
    return Response.json({ error: 'The body must be {"purges": [{"tag", "urgency"}]}.' }, { status: 400 })
  announceLeft(asked.data.left)
  for (const each of asked.data.purges) purge(each)
  return Response.json({ purged: asked.data.purges.length })
}
