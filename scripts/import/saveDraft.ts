import type { SanityClient, Transaction } from '@sanity/client'
import { z } from 'zod'
import { ClearError } from '../setup/clearError.mjs'
import type { ImportedArticle } from './storedArticle.ts'
import type { FactPatch } from './toFactPatch.ts'

export interface SavedDraft {
  articleId: string
  replaced: boolean
  /** Of the whole draft, so that the report can say what is still missing. */
  fields: Record<string, unknown>
}

const storedSchema = z.looseObject({ _id: z.string(), _rev: z.string() })
type Stored = z.infer<typeof storedSchema>

const sameAddress = `*[_type == "article" && !(_id in path("versions.**")) && (slug.current == $slug || _id in $ids)]`

/**
 * Writes the article's draft and the drafts of countries whose facts are new, all or nothing.
 * Published documents are never touched.
 *
 * @throws ClearError when the address is taken and `replace` was not asked for.
 */
export async function saveDraft(
  client: SanityClient,
  { article, factPatches, replace }: { article: ImportedArticle; factPatches: FactPatch[]; replace: boolean },
): Promise<SavedDraft> {
  const found = await findExisting(client, article.slug.current)
  if (found && !replace) throw taken(article.slug.current, found)
  const articleId = found ? toPublishedId(found._id) : `article-${article.slug.current}`
  const { _rev, ...kept } = found ?? { _rev: undefined }
  const document = { ...kept, ...article, _id: `drafts.${articleId}`, _type: 'article' }

  const transaction = client.transaction()
  if (found) transaction.createOrReplace(document)
  else transaction.create(document)
  for (const patch of factPatches) await addCountryDraft(client, transaction, patch)
  await transaction.commit({ visibility: 'sync' })
  return { articleId, replaced: found !== undefined, fields: document }
}

/** The draft where there is one: it holds the editor's latest work, and a replacement keeps what the text does not give. */
async function findExisting(client: SanityClient, slug: string): Promise<Stored | undefined> {
  const ids = [`article-${slug}`, `drafts.article-${slug}`]
  const found = z.array(storedSchema).parse(await client.fetch(sameAddress, { slug, ids }))
  return found.find(({ _id }) => _id.startsWith('drafts.')) ?? found[0]
}

function taken(slug: string, { _id }: Stored): ClearError {
  const what = _id.startsWith('drafts.') ? 'A draft' : 'A published article'
  return new ClearError(
    `${what} with the address /articles/${slug} is there already, so nothing was written: run the import with --replace to write its text anew in a draft.`,
  )
}

async function addCountryDraft(
  client: SanityClient,
  transaction: Transaction,
  patch: FactPatch,
): Promise<void> {
  const { country, changed, added } = patch
  const draftId = `drafts.${country._id}`
  const documents = await client.getDocuments([draftId, country._id])
  const base = documents.find((document) => document !== null)
  if (!base) return
  const { _rev, ...fields } = storedSchema.parse(base)
  transaction.createIfNotExists({ ...fields, _id: draftId, _type: 'country' })
  const replaced = Object.fromEntries(changed.map((fact) => [`facts[_key=="${fact._key}"]`, fact]))
  transaction.patch(draftId, (draft) =>
    draft.setIfMissing({ facts: [] }).set(replaced).insert('after', 'facts[-1]', added),
  )
}

const toPublishedId = (id: string) => id.replace(/^drafts\./, '')
