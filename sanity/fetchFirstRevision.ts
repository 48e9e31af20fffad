import { z } from 'zod'
import { getClient } from './client.ts'
import { ContentUnreachable } from './contentError.ts'
import { getEnvironment } from './env.ts'
import { type Freshness, nextOptions } from './fetchParsed.ts'

const transaction = z.object({ id: z.string().min(1) })
const documents = z.object({ documents: z.array(z.unknown()) })

/**
 * A published document as it was at its first revision, by the history API; undefined when that is the revision
 * `current`, and where history may not be read: without a token, or with one that has no right to it.
 * @throws ContentUnreachable when there is no answer.
 */
export const fetchFirstRevision = async (
  id: string,
  current: string,
  freshness: Freshness,
): Promise<unknown> => {
  if (getEnvironment().readToken === undefined) return undefined
  const first = transaction.safeParse(
    await askHistory(`transactions/${id}`, { excludeContent: 'true', limit: '1' }, freshness),
  )
  if (!first.success || first.data.id === current) return undefined
  const past = documents.safeParse(
    await askHistory(`documents/${id}`, { revision: first.data.id }, freshness),
  )
  return past.success ? past.data.documents[0] : undefined
}

const askHistory = async (
  path: string,
  query: Record<string, string>,
  freshness: Freshness,
): Promise<unknown> => {
  const { dataset } = getEnvironment()
  try {
    const answer: unknown = await getClient()
      .withConfig({ fetch: { next: nextOptions(freshness) } })
      .request({ url: `/data/history/${dataset}/${path}`, query })
    return typeof answer === 'string' ? firstLine(answer) : answer
  } catch (cause) {
    if (isRefusal(cause)) return undefined
    throw new ContentUnreachable(
      `The content lake gave no answer about the history at ${path}: ${String(cause)}`,
      {
        cause,
      },
    )
  }
}

/** Transactions come one a line. */
const firstLine = (lines: string): unknown => {
  const [line = ''] = lines.split('\n')
  return line === '' ? undefined : JSON.parse(line)
}

/** The token may read, but not the past; or the plan keeps none. */
const isRefusal = (error: unknown) =>
  error instanceof Error && 'statusCode' in error && [401, 402, 403, 404].includes(Number(error.statusCode))
