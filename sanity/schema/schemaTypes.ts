import { article } from './documents/article.ts'
import { author } from './documents/author.ts'
import { banner } from './documents/banner.ts'
import { category } from './documents/category.ts'
import { country } from './documents/country.ts'
import { front } from './documents/front.ts'
import { page } from './documents/page.ts'
import { redirect } from './documents/redirect.ts'
import { relation } from './documents/relation.ts'
import { siteSettings } from './documents/siteSettings.ts'
import { source } from './documents/source.ts'
import { story } from './documents/story.ts'
import { topic } from './documents/topic.ts'
import { actor } from './objects/actor.ts'
import { correction } from './objects/correction.ts'
import { embed } from './objects/embed.ts'
import { fact } from './objects/fact.ts'
import { figure } from './objects/figure.ts'
import { frontBlock } from './objects/frontBlock.ts'
import { gallery } from './objects/gallery.ts'
import { keyPoint } from './objects/keyPoint.ts'
import { keyPointsSection } from './objects/keyPointsSection.ts'
import { passage } from './objects/passage.ts'
import { picture } from './objects/picture.ts'
import { pointText } from './objects/pointText.ts'
import { profileLink } from './objects/profileLink.ts'
import { pullQuote } from './objects/pullQuote.ts'
import { relationBox } from './objects/relationBox.ts'
import { richText } from './objects/richText.ts'
import { seo } from './objects/seo.ts'
import { table } from './objects/table.ts'
import { tableRow } from './objects/tableRow.ts'
import { timeline } from './objects/timeline.ts'
import { timelineEntry } from './objects/timelineEntry.ts'

/** Every type of `docs/content-model.md`. */
export const schemaTypes = [
  article,
  country,
  relation,
  story,
  category,
  topic,
  author,
  source,
  front,
  page,
  banner,
  siteSettings,
  redirect,
  picture,
  richText,
  pointText,
  keyPointsSection,
  actor,
  keyPoint,
  passage,
  figure,
  gallery,
  pullQuote,
  timeline,
  timelineEntry,
  table,
  tableRow,
  embed,
  relationBox,
  fact,
  correction,
  profileLink,
  frontBlock,
  seo,
]

/** Of these there is exactly one, under its own name as id. */
export const singletonTypes: readonly string[] = ['front', 'siteSettings']
