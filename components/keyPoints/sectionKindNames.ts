import type { SectionKind } from '../../lib/model/article.ts'

/** What a section is, in the reader's words. */
export const SECTION_KIND_NAMES: Record<SectionKind, string> = {
  development: 'Development',
  background: 'Background',
  aims: 'Aims',
  response: 'Response',
  mediation: 'Mediation',
  impact: 'Impact',
  whatNext: 'What next',
}
