import type { Standing } from './article.ts'

/** What became different in an article since it was published first; a change with a key can be linked to. */
export type ArticleChange =
  | { kind: 'headline' | 'standfirst'; before: string }
  | { kind: 'sectionAdded'; key: string; now: string }
  | { kind: 'sectionRemoved'; before: string }
  | { kind: 'sectionReworded'; key: string; now: string; before: string }
  | { kind: 'pointAdded'; key: string; now: string }
  | { kind: 'pointRemoved'; before: string }
  | { kind: 'pointReworded'; key: string; now: string; before: string }
  | { kind: 'standing'; key: string; now: string; from: Standing; to: Standing }
