/**
 * An origin as it is stored and compared: scheme, host and port exactly. Wildcards would let strangers in, and
 * `null` is what every sandboxed page calls itself. `undefined` for what is no origin.
 */
export function parseCorsOrigin(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.hostname.includes('*')) return undefined
  const isPlain = url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password
  return isPlain ? url.origin : undefined
}

export const corsOriginRule =
  'An origin is scheme, host and port, such as https://studio.example.org; this lake takes no wildcards.'
