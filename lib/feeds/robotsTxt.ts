import type { Site } from '../model/front.ts'
import { routes } from '../routes.ts'

/** Everything may be read by everyone, but what is made for one reader or for our own programs. */
export const robotsTxt = ({ url }: Site): string =>
  [
    'User-agent: *',
    'Disallow: /api/',
    `Disallow: ${routes.search()}`,
    `Disallow: ${routes.saved()}`,
    `Disallow: ${routes.studio()}`,
    '',
    `Sitemap: ${url}${routes.sitemap()}`,
    `Sitemap: ${url}${routes.newsSitemap()}`,
    '',
  ].join('\n')
