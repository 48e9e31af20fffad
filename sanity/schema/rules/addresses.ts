import { isAllowedEmbed, isAllowedLink } from '../../allowedAddresses.ts'

const providerNames = { youtube: 'YouTube', vimeo: 'Vimeo' } as const

function isEmbedProvider(name: unknown): name is keyof typeof providerNames {
  return name === 'youtube' || name === 'vimeo'
}

/** A link out of the text: http, https or mailto, and complete. */
export function checkLink(href: string | undefined): true | string {
  if (href === undefined || href === '') return true
  if (isAllowedLink(href)) return true
  return 'Write the whole address, starting with https://, http:// or mailto:.'
}

/** A source or profile on the web, which readers are sent to. */
export function checkHttps(href: string | undefined): true | string {
  if (href === undefined || href === '') return true
  if (URL.canParse(href) && new URL(href).protocol === 'https:') return true
  return 'Write the whole address, starting with https://.'
}

/** An embed shows only what the site's security policy lets its provider frame. */
export function checkEmbedUrl(href: string | undefined, provider: unknown): true | string {
  if (href === undefined || href === '') return true
  if (!isEmbedProvider(provider)) return 'Choose the provider first: YouTube or Vimeo.'
  if (isAllowedEmbed(provider, href)) return true
  return `This is not an https address at ${providerNames[provider]}.`
}

/** A path on this site, for redirects: absolute, and never `//`, which a browser reads as another site. */
export function checkPath(path: string | undefined): true | string {
  if (path === undefined || path === '') return true
  if (!path.startsWith('/') || path.startsWith('//') || /[\s\\]/.test(path)) {
    return 'Write a path on this site that starts with one slash: /articles/old-headline.'
  }
  return true
}

/** A path that readers may still have, as the portal sees it: without a query, and without a slash at the end. */
export function checkOldPath(path: string | undefined): true | string {
  const verdict = checkPath(path)
  if (verdict !== true || path === undefined || path === '') return verdict
  if (path === '/') return 'The front page leads nowhere else.'
  if (/[?#]/.test(path) || path.endsWith('/'))
    return 'Write the path alone, without “?”, “#” or a slash at the end.'
  return true
}
