import type { ReactNode } from 'react'
import { Banner } from '../../components/site/Banner.tsx'
import { Footer } from '../../components/site/Footer.tsx'
import { Masthead } from '../../components/site/Masthead.tsx'
import { SkipLink } from '../../components/site/SkipLink.tsx'
import { getSite } from '../../lib/content/getSite.ts'
import { wordsFor } from '../../lib/format/words/wordsFor.ts'

const SiteLayout = async ({ children }: { children: ReactNode }) => {
  const site = await getSite()
  const words = wordsFor(site.language)
  return (
    <>
      <SkipLink words={words} />
      {site.banner && <Banner banner={site.banner} words={words} />}
      <Masthead site={site} words={words} />
      {children}
      <Footer site={site} words={words} />
    </>
  )
}

export default SiteLayout
