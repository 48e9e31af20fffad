declare module '@adobe/structured-data-validator' {
  interface Issue {
    issueMessage: string
    /** From the page to the thing that has the issue. */
    path?: { property?: string; type?: string }[]
  }

  export default class Validator {
    constructor(schemaOrg: { '@graph': object[] })
    /** @param found Things by format and type, as they were found on a page. */
    validate(found: { jsonld: Record<string, object[]> }): Promise<Issue[]>
  }
}
