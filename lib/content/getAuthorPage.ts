import { cache } from 'react'
import { pageOfAuthor } from '../../sanity/queries/articleLists.ts'
import { authorProfiles } from '../../sanity/queries/authors.ts'
import { tags } from '../freshness/tags.ts'
import type { AuthorPage } from '../model/river.ts'
import { toAuthorPage } from '../model/toAuthorPage.ts'
import { loadIdBySlug, loadSubject } from './loadDocuments.ts'
import { loadRiverPage } from './loadRiverPage.ts'

/**
 * Page `page` (from 1) of the author at a slug; undefined when there is no such author or page.
 * @throws ContentError when the author does not keep the schema, ContentUnreachable without an answer.
 */
export const getAuthorPage = cache(
  async (slug: string, page: number | undefined): Promise<AuthorPage | undefined> => {
    const id = await loadIdBySlug('author', slug)
    const author = id === undefined ? undefined : await loadSubject(authorProfiles, id)
    if (id === undefined || author === undefined) return undefined
    const river = await loadRiverPage(pageOfAuthor, { id }, [tags.articlesOf('author', id)], page)
    return river && toAuthorPage(author, river)
  },
)
