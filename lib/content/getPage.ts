import { cache } from 'react'
import { mentioned } from '../../sanity/queries/mentioned.ts'
import { pages } from '../../sanity/queries/pages.ts'
import type { Page } from '../model/page.ts'
import { mentionsIn, toRichText } from '../model/toRichText.ts'
import { loadDocuments, loadIdBySlug, loadSubject } from './loadDocuments.ts'

/**
 * The standing page at a slug; undefined when none is published there.
 * @throws ContentError when the page does not keep its schema, ContentUnreachable without an answer.
 */
export const getPage = cache(async (slug: string): Promise<Page | undefined> => {
  const id = await loadIdBySlug('page', slug)
  const stored = id === undefined ? undefined : await loadSubject(pages, id)
  if (stored === undefined) return undefined
  const mentions = await loadDocuments(mentioned, mentionsIn(stored.body))
  return { title: stored.title, body: toRichText(stored.body, mentions), revision: stored._rev }
})
