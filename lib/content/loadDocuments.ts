import type { z } from 'zod'
import { fetchDocuments, fetchParsed, fetchSubject } from '../../sanity/fetchParsed.ts'
import { idBySlug } from '../../sanity/queries/idBySlug.ts'
import type { DocumentsQuery, Query } from '../../sanity/queries/query.ts'
import { tags } from '../freshness/tags.ts'

/** Next takes 128 tags a fetch; some are the fetch's own. */
const IDS_A_FETCH = 100
/** Longer than any slug that the Studio lets through; a longer one would not fit a tag. */
const LONGEST_SLUG = 200

/**
 * Documents by id, each fetch tagged with every document it asks for: also for those that are missing, so that
 * they appear when they are published. Broken ones are left out and named in the log.
 */
export const loadDocuments = async <T extends z.ZodType<{ _id: string }>>(
  query: DocumentsQuery<T>,
  ids: Iterable<string>,
): Promise<Map<string, z.infer<T>>> => {
  const fetched = await Promise.all(
    inChunks([...new Set(ids)].sort(), IDS_A_FETCH).map((some) =>
      fetchDocuments(query, some, { tags: some.map(tags.document) }),
    ),
  )
  return new Map(fetched.flat().map((document) => [document._id, document]))
}

/** The document that a page is about, by id; undefined when it is not published. */
export const loadSubject = <T extends z.ZodType>(
  query: DocumentsQuery<T>,
  id: string,
): Promise<z.infer<T> | undefined> => fetchSubject(query, id, { tags: [tags.document(id)] })

/** The id of the document of a type at a slug; the answer "none" is tagged too, and heals at publication. */
export const loadIdBySlug = async (type: string, slug: string): Promise<string | undefined> =>
  slug.length > LONGEST_SLUG
    ? undefined
    : fetchParsed(idBySlug, { type, slug }, { tags: [tags.slug(type, slug)] })

/** A list of ids. */
export const loadIds = (
  query: Query<z.ZodType<string[]>>,
  params: Record<string, string | number | string[]>,
  listTags: string[],
): Promise<string[]> => fetchParsed(query, params, { tags: listTags })

/** The documents that `ids` names, in that order. */
export const inOrder = <T>(ids: string[], documents: ReadonlyMap<string, T>): T[] =>
  ids.flatMap((id) => documents.get(id) ?? [])

export const inChunks = <T>(values: T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(values.length / size) }, (_, index) =>
    values.slice(index * size, (index + 1) * size),
  )
