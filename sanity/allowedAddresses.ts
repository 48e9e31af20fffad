import type { embedProviders } from './vocabulary.ts'

/*
 * Where readers may be sent, and whose videos articles may show. The Studio refuses what is not allowed here, and the
 * portal leaves it out should it have come in by another way.
 */

type EmbedProvider = (typeof embedProviders)[number]

const linkSchemes = new Set(['http:', 'https:', 'mailto:'])

const embedHosts: Record<EmbedProvider, ReadonlySet<string>> = {
  youtube: new Set([
    'youtube.com',
    'www.youtube.com',
    'm.youtube.com',
    'youtu.be',
    'www.youtube-nocookie.com',
  ]),
  vimeo: new Set(['vimeo.com', 'www.vimeo.com', 'player.vimeo.com']),
}

/** Whether readers may follow a link: `javascript:`, `data:`, relative and broken addresses are none. */
export const isAllowedLink = (href: string): boolean => {
  const url = URL.parse(href)
  return url !== null && linkSchemes.has(url.protocol)
}

/** Whether an embed's address belongs to the provider that it names. */
export const isAllowedEmbed = (provider: EmbedProvider, href: string): boolean => {
  const url = URL.parse(href)
  return url?.protocol === 'https:' && embedHosts[provider].has(url.hostname)
}
