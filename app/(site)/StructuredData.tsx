import { serialiseJsonLd } from '../../lib/seo/jsonLd.ts'

/** What the page is about, for search engines and readers' tools. */
export const StructuredData = ({ values }: { values: object[] }) =>
  values.map((value) => {
    const json = serialiseJsonLd(value)
    // biome-ignore lint/security/noDangerouslySetInnerHtml: -- serialiseJsonLd leaves nothing that could end the script
    return <script key={json} type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
  })
