import type { Standing } from './article.ts'

/**
 * What became different in an article since it was published first. What stood there before is not told: a sentence
 * that was taken out must not be printed by the note that says so.
 */
export type ArticleChange =
  | { kind: 'headline' | 'standfirst' }
  | { kind: 'sectionAdded' | 'sectionReworded' | 'pointAdded' | 'pointReworded'; key: string; now: string }
  | { kind: 'sectionRemoved' | 'pointRemoved'; key: string }
  | { kind: 'standing'; key: string; now: string; from: Standing; to: Standing }
