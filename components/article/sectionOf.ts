import type { ArticleSection } from '../../lib/model/article.ts'

/** The view of one kind of section: `SectionOf<'gallery'>`. */
export type SectionOf<Kind extends ArticleSection['kind']> = Extract<ArticleSection, { kind: Kind }>
