import type { ReactNode } from 'react'
import { Banner } from '../../components/site/Banner.tsx'
import { Footer } from '../../components/site/Footer.tsx'
import { Masthead } from '../../components/site/Masthead.tsx'
import { SkipLink } from '../../components/site/SkipLink.tsx'
import { getSite } from '../../lib/content/getSite.ts'

const SiteLayout = async ({ children }: { children: ReactNode }) => {
  const site = await getSite()
  return (
    <>
      <SkipLink />
      {site.banner && <Banner banner={site.banner} />}
      <Masthead site={site} />
      {children}
      <Footer site={site} />
    </>
  )
}

export default SiteLayout
