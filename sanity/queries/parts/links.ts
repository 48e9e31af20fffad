const ALLOWED = new Set(['http:', 'https:', 'mailto:'])

/** Whether readers may be sent to an address: `javascript:`, `data:` and the like never leave the lake. */
export const isAllowedLink = (href: string): boolean => {
  const url = URL.parse(href)
  return url !== null && ALLOWED.has(url.protocol)
}

const EMBED_HOSTS: Record<string, RegExp> = {
  youtube: /^(www\.)?(youtube\.com|youtube-nocookie\.com|youtu\.be)$/,
  vimeo: /^(www\.|player\.)?vimeo\.com$/,
}

/** Whether an embed's address belongs to the provider that it claims. */
export const isAllowedEmbed = (provider: string, url: string): boolean => {
  const parsed = URL.parse(url)
  return parsed?.protocol === 'https:' && (EMBED_HOSTS[provider]?.test(parsed.hostname) ?? false)
}

/** Every link in a stored document that readers must not follow, with the place it stands in. */
export const unsafeLinksIn = (value: unknown, path = ''): { field: string; href: string }[] => {
  if (Array.isArray(value)) return value.flatMap((each, index) => unsafeLinksIn(each, `${path}[${index}]`))
  if (typeof value !== 'object' || value === null) return []
  const below = Object.entries(value).flatMap(([name, each]) =>
    unsafeLinksIn(each, path === '' ? name : `${path}.${name}`),
  )
  return isUnsafeLink(value) ? [{ field: `${path}.href`, href: String(value.href) }, ...below] : below
}

const isUnsafeLink = (value: object): value is { href: unknown } =>
  '_type' in value &&
  value._type === 'link' &&
  'href' in value &&
  !(typeof value.href === 'string' && isAllowedLink(value.href))
