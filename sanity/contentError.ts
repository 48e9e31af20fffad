export interface ContentProblem {
  /** The document's id, or the query's name when no document is known. */
  document: string
  documentType: string
  /** Where in the document: `sections[2].points[0].text`. */
  field: string
  problem: string
}

/** Content that does not keep its schema; thrown so that the last good page stays. */
export class ContentError extends Error {
  override name = 'ContentError'
  problems: ContentProblem[]

  constructor(problems: ContentProblem[]) {
    super(problems.map(explainProblem).join('\n'))
    this.problems = problems
  }
}

/** The content lake gave no usable answer; thrown so that the last good page stays. */
export class ContentUnreachable extends Error {
  override name = 'ContentUnreachable'
}

/** One line that tells an editor which document, which field and what to do. */
export const explainProblem = ({ document, documentType, field, problem }: ContentProblem): string =>
  `The ${documentType} "${document}" has a problem in ${field === '' ? 'the document itself' : `"${field}"`}: ${problem}. Mend it in the Studio and publish again.`
