import type { Site } from '../model/front.ts'
import { routes } from '../routes.ts'
import { llmsTxt } from './llmsTxt.ts'
import { manifest } from './manifest.ts'
import { openSearch } from './openSearch.ts'
import { robotsTxt } from './robotsTxt.ts'

interface SiteOutput {
  type: string
  write: (site: Site) => string
}

/** What the site says of itself to browsers, search engines and other programs, by address. */
export const siteOutputs: ReadonlyMap<string, SiteOutput> = new Map([
  ['/robots.txt', { type: 'text/plain; charset=utf-8', write: robotsTxt }],
  [routes.llms(), { type: 'text/plain; charset=utf-8', write: llmsTxt }],
  [routes.openSearch(), { type: 'application/opensearchdescription+xml; charset=utf-8', write: openSearch }],
  [
    routes.manifest(),
    {
      type: 'application/manifest+json; charset=utf-8',
      write: (site: Site) => JSON.stringify(manifest(site)),
    },
  ],
])
