import type { Site } from '../model/front.ts'
import { routes } from '../routes.ts'

/**
 * Everything may be read by everyone, but what is made for one reader or for our own programs. Results of searches ask on
 * their pages to be left out: who may not read them would never learn it, and list their addresses.
 */
export const robotsTxt = ({ url }: Site): string =>
  [
    'User-agent: *',
    'Disallow: /api/',
    ...[routes.saved(), routes.studio()].flatMap(pageAlone),
    '',
    `Sitemap: ${url}${routes.sitemap()}`,
    `Sitemap: ${url}${routes.newsSitemap()}`,
    '',
  ].join('\n')

/** An address ends where a rule says so: the newsroom may have a page that begins with the same letters. */
const pageAlone = (href: string): string[] => ['$', '?', '/'].map((end) => `Disallow: ${href}${end}`)
