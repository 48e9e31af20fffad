import type { NewsMediaOrganization, WebSite, WithContext } from 'schema-dts'
import type { Site } from '../model/front.ts'
import { routes } from '../routes.ts'

export const CONTEXT = 'https://schema.org'

/** The standing pages that say how the newsroom works, by their addresses: named where the newsroom has them. */
const POLICIES = {
  ethicsPolicy: routes.page('standards'),
  correctionsPolicy: routes.page('corrections-policy'),
  masthead: routes.page('about'),
} as const

/** Who publishes, with the policies that readers and search engines ask a newsroom for. */
export const publisherOf = (site: Site): NewsMediaOrganization => ({
  '@type': 'NewsMediaOrganization',
  '@id': `${site.url}/#publisher`,
  name: site.name,
  url: site.url,
  logo: {
    '@type': 'ImageObject',
    url: `${site.url}${routes.icon(512)}`,
    width: '512',
    height: '512',
  },
  ...policiesOf(site),
})

/** The site itself, and how it is searched. */
export const siteJsonLd = (site: Site): WithContext<WebSite> => ({
  '@context': CONTEXT,
  '@type': 'WebSite',
  '@id': `${site.url}/#site`,
  name: site.name,
  url: `${site.url}${routes.front()}`,
  inLanguage: site.language,
  ...(site.description === undefined ? {} : { description: site.description }),
  publisher: publisherOf(site),
  potentialAction: {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${site.url}${routes.search()}?q={words}` },
    // Search engines ask for it; the vocabulary does not know it.
    ...{ 'query-input': 'required name=words' },
  },
})

const policiesOf = ({ url, pages }: Site): Partial<Record<keyof typeof POLICIES, string>> =>
  Object.fromEntries(
    Object.entries(POLICIES).flatMap(([policy, href]) =>
      pages.some((page) => page.href === href) ? [[policy, `${url}${href}`]] : [],
    ),
  )
