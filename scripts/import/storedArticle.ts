import type { SectionKind, Standing } from '../../lib/model/article.ts'
import type { FactKind } from '../../lib/model/country.ts'

/** The shapes that an import writes (docs/content-model.md). */
export interface StoredReference {
  _type: 'reference'
  _ref: string
  _key?: string
}

export interface StoredBlock {
  _type: 'block'
  _key: string
  style: 'normal' | 'h3'
  markDefs: { _type: 'mention'; _key: string; document: StoredReference }[]
  children: { _type: 'span'; _key: string; text: string; marks: string[] }[]
}

export interface StoredKeyPoint {
  _type: 'keyPoint'
  _key: string
  text: StoredBlock[]
  standing: Standing
  attribution?: string
}

export type StoredSection =
  | {
      _type: 'keyPointsSection'
      _key: string
      heading: string
      kind: SectionKind
      actor?: { _type: 'actor'; country?: StoredReference; name?: string }
      points: StoredKeyPoint[]
    }
  | { _type: 'passage'; _key: string; text: StoredBlock[] }

export interface StoredFact {
  _type: 'fact'
  _key: string
  kind: FactKind
  value: string
}

/** The fields of an article that its text can fill; all others are the editor's. */
export interface ImportedArticle {
  headline: string
  slug: { _type: 'slug'; current: string }
  standfirst?: string
  category?: StoredReference
  countries?: StoredReference[]
  sections: StoredSection[]
  closing?: StoredBlock[]
}
