import { ArrowRightIcon } from '@sanity/icons/ArrowRight'
import { CogIcon } from '@sanity/icons/Cog'
import { DocumentsIcon } from '@sanity/icons/Documents'
import { EarthGlobeIcon } from '@sanity/icons/EarthGlobe'
import { EditIcon } from '@sanity/icons/Edit'
import { FolderIcon } from '@sanity/icons/Folder'
import { HomeIcon } from '@sanity/icons/Home'
import { StackCompactIcon } from '@sanity/icons/StackCompact'
import { ThListIcon } from '@sanity/icons/ThList'
import type { StructureBuilder, StructureResolver } from 'sanity/structure'
import { regions } from '../vocabulary.ts'

const apiVersion = '2025-02-19'
const latestFirst = [{ field: '_updatedAt', direction: 'desc' as const }]

/** The desk: what a newsroom opens most stands first. */
export const structure: StructureResolver = (S) =>
  S.list()
    .id('desk')
    .title('Desk')
    .items([
      singleton(S, 'front', 'Front', HomeIcon),
      S.divider(),
      S.listItem().id('articles').title('Articles').icon(DocumentsIcon).child(articles(S)),
      S.documentTypeListItem('story').title('Running stories'),
      S.documentTypeListItem('banner').title('Breaking lines'),
      S.divider(),
      S.listItem().id('countries').title('Countries').icon(EarthGlobeIcon).child(countries(S)),
      S.documentTypeListItem('relation').title('Relations'),
      S.divider(),
      S.documentTypeListItem('source').title('Sources'),
      S.documentTypeListItem('topic').title('Topics'),
      S.documentTypeListItem('author').title('Authors'),
      S.documentTypeListItem('category').title('Categories'),
      S.divider(),
      S.listItem().id('site').title('Site').icon(CogIcon).child(site(S)),
    ])

function articles(S: StructureBuilder) {
  return S.list()
    .id('articles')
    .title('Articles')
    .items([
      S.listItem()
        .id('all')
        .title('All articles')
        .icon(ThListIcon)
        .child(articleList(S, 'All articles', '_type == "article"')),
      S.listItem()
        .id('drafts')
        .title('Drafts')
        .icon(EditIcon)
        .child(articleList(S, 'Drafts', '_type == "article" && _originalId in path("drafts.**")')),
      S.divider(),
      S.listItem()
        .id('byCategory')
        .title('By category')
        .icon(FolderIcon)
        .child(
          S.documentTypeList('category')
            .title('By category')
            .defaultOrdering([{ field: 'order', direction: 'asc' }])
            .child((id) => articlesOf(S, 'category', id)),
        ),
      S.listItem()
        .id('byStory')
        .title('By running story')
        .icon(StackCompactIcon)
        .child(
          S.documentTypeList('story')
            .title('By running story')
            .child((id) => articlesOf(S, 'story', id)),
        ),
    ])
}

function articleList(S: StructureBuilder, title: string, filter: string) {
  return S.documentList()
    .title(title)
    .schemaType('article')
    .filter(filter)
    .apiVersion(apiVersion)
    .defaultOrdering(latestFirst)
    .initialValueTemplates([S.initialValueTemplateItem('article')])
}

/** Articles of one category or running story; a new one made here belongs to it. */
function articlesOf(S: StructureBuilder, field: 'category' | 'story', id: string) {
  return articleList(S, 'Articles', `_type == "article" && ${field}._ref == $id`)
    .params({ id })
    .initialValueTemplates([S.initialValueTemplateItem(`article-of-${field}`, { id })])
}

function countries(S: StructureBuilder) {
  const byName = [{ field: 'name', direction: 'asc' as const }]
  return S.list()
    .id('countries')
    .title('Countries')
    .items([
      S.listItem()
        .id('all')
        .title('All countries')
        .icon(ThListIcon)
        .child(S.documentTypeList('country').title('All countries').defaultOrdering(byName)),
      S.divider(),
      ...regions.map((region) =>
        S.listItem()
          .id(region.toLowerCase())
          .title(region)
          .icon(EarthGlobeIcon)
          .child(
            S.documentList()
              .title(region)
              .schemaType('country')
              .filter('_type == "country" && region == $region')
              .params({ region })
              .apiVersion(apiVersion)
              .defaultOrdering(byName)
              .initialValueTemplates([S.initialValueTemplateItem('country-in-region', { region })]),
          ),
      ),
    ])
}

function site(S: StructureBuilder) {
  return S.list()
    .id('site')
    .title('Site')
    .items([
      singleton(S, 'siteSettings', 'Name & footer', CogIcon),
      S.documentTypeListItem('page').title('Pages'),
      S.listItem()
        .id('redirects')
        .title('Redirects')
        .icon(ArrowRightIcon)
        .child(
          S.documentTypeList('redirect')
            .title('Redirects')
            .defaultOrdering([{ field: 'at', direction: 'desc' }]),
        ),
    ])
}

function singleton(S: StructureBuilder, type: string, title: string, icon: typeof CogIcon) {
  return S.listItem()
    .id(type)
    .title(title)
    .icon(icon)
    .child(S.document().schemaType(type).documentId(type).title(title))
}
