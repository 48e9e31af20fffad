import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { Banner } from '../../components/site/Banner.tsx'
import { Footer } from '../../components/site/Footer.tsx'
import { Masthead } from '../../components/site/Masthead.tsx'
import { SkipLink } from '../../components/site/SkipLink.tsx'
import { getSite } from '../../lib/content/getSite.ts'
import { wordsFor } from '../../lib/format/words/wordsFor.ts'
import { routes } from '../../lib/routes.ts'
import { Document } from '../Document.tsx'

/** For what has no title of its own, such as a page that failed. */
export const metadata: Metadata = { title: 'Meridian', manifest: routes.manifest() }

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf7' },
    { media: '(prefers-color-scheme: dark)', color: '#121417' },
  ],
}

/** The frame of every page. It is the outermost layout, so that the document has the language of the edition. */
const SiteLayout = async ({ children }: { children: ReactNode }) => {
  const site = await getSite()
  const words = wordsFor(site.language)
  return (
    <Document language={site.language}>
      <link
        rel="search"
        type="application/opensearchdescription+xml"
        title={site.name}
        href={routes.openSearch()}
      />
      <SkipLink words={words} />
      {site.banner && <Banner banner={site.banner} words={words} />}
      <Masthead site={site} words={words} />
      {children}
      <Footer site={site} words={words} />
    </Document>
  )
}

export default SiteLayout
