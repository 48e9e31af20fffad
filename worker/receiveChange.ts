import { z } from 'zod'
import { parseJson } from '../lib/freshness/parseJson.ts'
import { SIGNATURE_HEADER, verifySignature } from '../lib/freshness/verifySignature.ts'
import { getEnvironment } from '../sanity/env.ts'
import { dateArticle } from './dateArticle.ts'
import { createTurns } from './inTurn.ts'
import { keepAddresses } from './keepAddresses.ts'

const body = z.object({ before: z.unknown(), after: z.unknown() })
const inTurn = createTurns()

/**
 * A publish notice, as the portal hands it on: 401 unless the content lake signed it, 400 when it says nothing,
 * 500 when the work could not be done and the notice should come again.
 */
export const receiveChange = async (request: Request): Promise<Response> => {
  const raw = await request.text()
  const { webhookSecret } = getEnvironment()
  const verdict = await verifySignature(raw, request.headers.get(SIGNATURE_HEADER), webhookSecret, new Date())
  if (verdict !== 'valid') {
    console.warn(`A notice was refused: ${verdict}. Nothing was written.`)
    return Response.json({ error: `Refused: ${verdict}.` }, { status: 401 })
  }
  const change = body.safeParse(parseJson(raw))
  if (!change.success)
    return Response.json({ error: 'The body must be {"before": …, "after": …}.' }, { status: 400 })
  try {
    const done = await inTurn(() => applyChange(change.data))
    if (done.length > 0) console.info(`Worker: ${done.join(', ')}.`)
    return Response.json({ done })
  } catch (error) {
    console.error(`A notice could not be carried out and is wanted again: ${String(error)}`)
    return Response.json({ error: 'The content lake could not be written to.' }, { status: 500 })
  }
}

const applyChange = async ({ before, after }: z.infer<typeof body>) => {
  const now = new Date()
  return [...(await keepAddresses(before, after, now)), ...(await dateArticle(before, after, now))]
}
