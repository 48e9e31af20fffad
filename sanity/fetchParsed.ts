import { z } from 'zod'
import { getClient } from './client.ts'
import { ContentError, type ContentProblem, ContentUnreachable } from './contentError.ts'
import { unsafeLinksIn } from './queries/parts/links.ts'
import { type RawDocument, rawDocument } from './queries/parts/values.ts'
import type { DocumentsQuery, Query } from './queries/query.ts'
import { reportContent } from './reportContent.ts'

/** The safety net should a purge ever be lost; never the way in which pages become fresh. */
export const SAFETY_NET_SECONDS = 3600
/** Every answer carries this tag, so that one purge can empty the whole cache. */
export const TAG_OF_ALL = 'all'

export interface Freshness {
  tags: string[]
  /** Seconds until the answer is asked for again although nothing changed. */
  revalidate?: number
}

type Params = Record<string, string | number | boolean | string[]>

/**
 * Asks the content lake and parses the answer.
 * @throws ContentUnreachable when there is no answer, ContentError when the answer does not keep its schema.
 */
export const fetchParsed = async <T extends z.ZodType>(
  query: Query<T>,
  params: Params,
  freshness: Freshness,
): Promise<z.infer<T>> => {
  const parsed = query.schema.safeParse(await ask(query, params, freshness))
  if (parsed.success) return parsed.data
  throw new ContentError([
    { document: query.name, documentType: 'answer to the query', ...firstIssue(parsed.error) },
  ])
}

/**
 * Documents by their ids for a list, in no particular order. Ids that name no published document are left out;
 * so are documents that do not keep their schema, which the log then names.
 * @throws ContentUnreachable when there is no answer.
 */
export const fetchDocuments = async <T extends z.ZodType>(
  query: DocumentsQuery<T>,
  ids: string[],
  freshness: Freshness,
): Promise<z.infer<T>[]> => {
  return parseListed(query, await askForDocuments(query, ids, freshness))
}

/** Documents for a list, as they came with an answer; those that do not keep their schema are left out, and the log names them. */
export const parseListed = <T extends z.ZodType>(
  query: Pick<DocumentsQuery<T>, 'document'>,
  answer: RawDocument[],
): z.infer<T>[] =>
  answer.flatMap((raw) => {
    const parsed = parseDocument(query, raw)
    if (parsed.success) return [parsed.document]
    reportContent(parsed.problem, 'Lists leave it out until then.')
    return []
  })

/**
 * The one document that a page is about; undefined when it is not published.
 * @throws ContentError when it does not keep its schema, ContentUnreachable when there is no answer.
 */
export const fetchSubject = async <T extends z.ZodType>(
  query: DocumentsQuery<T>,
  id: string,
  freshness: Freshness,
): Promise<z.infer<T> | undefined> => {
  const [raw] = await askForDocuments(query, [id], freshness)
  if (raw === undefined) return undefined
  const parsed = parseDocument(query, raw)
  if (parsed.success) return parsed.document
  throw refuseContent(parsed.problem)
}

/** Names the problem in the log and gives the error that keeps the last good page. */
export const refuseContent = (problem: ContentProblem): ContentError => {
  reportContent(problem, 'Readers keep the last good page until then.')
  return new ContentError([problem])
}

const askForDocuments = async (
  query: { name: string; groq: string },
  ids: string[],
  freshness: Freshness,
): Promise<RawDocument[]> => {
  const answer = z.array(rawDocument).safeParse(await ask(query, { ids }, freshness))
  if (answer.success) return answer.data
  throw new ContentError([
    { document: query.name, documentType: 'answer to the query', ...firstIssue(answer.error) },
  ])
}

const parseDocument = <T extends z.ZodType>(
  query: Pick<DocumentsQuery<T>, 'document'>,
  raw: RawDocument,
): { success: true; document: z.infer<T> } | { success: false; problem: ContentProblem } => {
  const parsed = query.document.safeParse(raw)
  const about = { document: raw._id, documentType: raw._type }
  if (!parsed.success) return { success: false, problem: { ...about, ...firstIssue(parsed.error) } }
  for (const { field, href } of unsafeLinksIn(raw)) {
    const problem = `"${href}" is not a link that readers may follow (http, https and mailto are)`
    reportContent({ ...about, field, problem }, 'Its words are printed without the link.')
  }
  return { success: true, document: parsed.data }
}

/** How Next keeps an answer, and by which tags it lets it go. */
export const nextOptions = ({ tags, revalidate }: Freshness) => ({
  tags: [TAG_OF_ALL, ...tags],
  revalidate: revalidate ?? SAFETY_NET_SECONDS,
})

const ask = async (query: { name: string; groq: string }, params: Params, freshness: Freshness) => {
  try {
    const answer: unknown = await getClient().fetch(query.groq, params, { next: nextOptions(freshness) })
    return answer
  } catch (cause) {
    throw new ContentUnreachable(
      `The content lake gave no answer to "${query.name}": ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    )
  }
}

const firstIssue = (error: z.ZodError): { field: string; problem: string } => {
  const issue = error.issues[0]
  if (issue === undefined) return { field: '', problem: 'it does not keep its schema' }
  return { field: formatPath(issue.path), problem: issue.message }
}

const formatPath = (path: PropertyKey[]) =>
  path
    .map((part, index) =>
      typeof part === 'number' ? `[${part}]` : index === 0 ? String(part) : `.${String(part)}`,
    )
    .join('')
