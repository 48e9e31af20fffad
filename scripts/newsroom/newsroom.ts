import { toArticle } from './documents/article.ts'
import type { SeedDocument } from './documents/document.ts'
import * as make from './documents/reference.ts'
import { drawPicture } from './pictures/drawPicture.ts'
import type { NewsroomSources } from './sources/newsroomSources.ts'

/** All documents of the newsroom, what is referred to before what refers to it as far as that can be, then by id. */
export function toDocuments(sources: NewsroomSources): SeedDocument[] {
  const pictures = new Map(sources.pictures.map((picture) => [picture.slug, picture]))
  const byId = (left: SeedDocument, right: SeedDocument) => (left._id < right._id ? -1 : 1)
  return [
    sources.sources.flatMap(make.toSources),
    sources.categories.flatMap((file) => make.toListed('category', file)),
    sources.topics.flatMap((file) => make.toListed('topic', file)),
    sources.authors.flatMap(make.toAuthors),
    sources.countries.map(make.toCountry),
    sources.relations.map(make.toRelation),
    sources.stories.map(make.toStory),
    sources.articles.map((article) => toArticle(article, pictures)),
    sources.pages.map(make.toPage),
    sources.siteSettings.map(make.toSiteSettings),
    sources.front.map(make.toFront),
  ].flatMap((documents) => documents.sort(byId))
}

/** Every picture as SVG, by its name. */
export function drawPictures(sources: NewsroomSources): Map<string, string> {
  const codes = new Map(sources.countries.map(({ slug, content }) => [slug, content.isoNumeric]))
  return new Map(
    sources.pictures.map((picture) => {
      const codeOf = (slug: string) => {
        const code = codes.get(slug)
        if (!code) throw picture.errorAt([], `there is no country "${slug}"`)
        return code
      }
      return [picture.slug, drawPicture(picture.content, codeOf)]
    }),
  )
}
