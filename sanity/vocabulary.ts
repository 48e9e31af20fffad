/**
 * The content model's closed lists of words (docs/content-model.md). Queries, the newsroom's sources and the import
 * read them from here; the schema gives each its title for editors.
 */
export const accents = ['world', 'conflict', 'economy', 'climate', 'science', 'culture', 'society'] as const
export const regions = ['Africa', 'Americas', 'Asia', 'Europe', 'Oceania'] as const
export const sectionKinds = [
  'development',
  'background',
  'aims',
  'response',
  'mediation',
  'impact',
  'whatNext',
] as const
export const standings = ['confirmed', 'claimed', 'disputed', 'unverified'] as const
export const correctionKinds = ['correction', 'clarification', 'update'] as const
export const factKinds = [
  'location',
  'capital',
  'officialLanguage',
  'majorReligion',
  'population',
  'currency',
  'government',
  'area',
  'notableFor',
  'other',
] as const
export const embedProviders = ['youtube', 'vimeo'] as const
export const frontRules = ['handPicked', 'category', 'country', 'story', 'topic', 'latest'] as const
export const frontLayouts = ['fourUp', 'leadAndThree', 'list', 'map', 'story'] as const
