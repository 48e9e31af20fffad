import type { ArticleSource } from '../sources/articleSource.ts'
import type { SourceFile } from '../sources/sourceFile.ts'
import { referencesTo, referenceTo, type SeedDocument, slugField, withoutEmpty } from './document.ts'
import { type PicturesByName, toPicture } from './picture.ts'
import { parseRichText } from './richText.ts'
import { toSection } from './sections.ts'

/** An article as it is stored. Throws SourceError for text whose notation is wrong. */
export function toArticle(source: SourceFile<ArticleSource>, pictures: PicturesByName): SeedDocument {
  const article = source.content
  const at = <T>(path: PropertyKey[], make: () => T): T => {
    try {
      return make()
    } catch (error) {
      throw source.errorAt(path, error instanceof Error ? error.message : String(error))
    }
  }
  return {
    _id: `article-${source.slug}`,
    _type: 'article',
    ...withoutEmpty({
      headline: article.headline,
      slug: slugField(source.slug),
      kicker: article.kicker,
      standfirst: article.standfirst,
      category: referenceTo('category', article.category),
      countries: referencesTo('country', article.countries),
      topics: referencesTo('topic', article.topics),
      story: article.story && referenceTo('story', article.story),
      authors: referencesTo('author', article.authors),
      mainMedia: at(['picture'], () => toPicture(article.picture, pictures)),
      sections: article.sections.map((section, index) =>
        at(['sections', index], () => toSection(section, index, pictures)),
      ),
      closing: article.closing && at(['closing'], () => parseRichText(article.closing ?? '')),
      relatedPinned: referencesTo('article', article.relatedPinned),
      corrections: article.corrections.map((one, index) => ({
        _type: 'correction',
        _key: `c${index + 1}`,
        ...one,
      })),
      language: article.language,
      firstPublishedAt: article.firstPublishedAt,
      updatedAt: article.updatedAt,
      seo: article.seo && { _type: 'seo', ...article.seo },
    }),
  }
}
