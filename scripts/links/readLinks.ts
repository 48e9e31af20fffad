/** What a document refers to and what can be referred to in it. */
export interface FoundLinks {
  /** As they stand there, entities resolved: relative or absolute, with or without a fragment. */
  links: string[]
  /** Pictures in several sizes: of each list the first, for the others are the same picture. */
  pictures: string[]
  /** What a fragment can point at. */
  ids: Set<string>
}

const nothing = (): FoundLinks => ({ links: [], pictures: [], ids: new Set() })

/** Reads pages, drawings, feeds, sitemaps, stylesheets and manifests; in anything else nothing is looked for. */
export function readLinks(text: string, contentType: string): FoundLinks {
  if (/\bhtml\b/.test(contentType)) return readPage(text)
  if (/\bxml\b/.test(contentType)) {
    return { ...nothing(), links: addressesInXml(text), ids: idsInXml(text) }
  }
  if (/\bjson\b|\bmanifest\b/.test(contentType)) return { ...nothing(), links: addressesInJson(text) }
  if (/\bcss\b/.test(contentType)) return { ...nothing(), links: addressesInStyles(text) }
  return nothing()
}

const hidden = /<!--[\s\S]*?-->|(<(script|style)\b[^>]*>)[\s\S]*?<\/\2>/g
const tags = /<([a-z][\w-]*)((?:\s+[^\s"'>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*\/?>/gi
const attributes = /([^\s"'>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g

/** Social pictures and the like, whose addresses stand in `content`. */
const addressedMeta = /^(?:og:(?:url|image)|twitter:image)$/

function readPage(html: string): FoundLinks {
  const found = nothing()
  for (const [, name = '', rest = ''] of html.replace(hidden, '$1').matchAll(tags)) {
    const values = readAttributes(rest)
    const { id, href, src, srcset, imagesrcset, property, content } = values
    if (id !== undefined) found.ids.add(id)
    const isPicture = ['img', 'source'].includes(name.toLowerCase())
    // A base or a hint to connect is no link.
    if (href !== undefined && !isHint(values)) found.links.push(href)
    for (const list of [srcset, imagesrcset]) if (list) found.pictures.push(firstOf(list))
    if (src) (isPicture ? found.pictures : found.links).push(src)
    if (content && addressedMeta.test(property ?? values.name ?? '')) found.links.push(content)
  }
  return found
}

function readAttributes(text: string): Record<string, string | undefined> {
  return Object.fromEntries(
    [...text.matchAll(attributes)].map(([, name = '', double, single, bare]) => [
      name.toLowerCase(),
      withoutEntities(double ?? single ?? bare ?? ''),
    ]),
  )
}

const isHint = ({ rel = '' }: Record<string, string | undefined>) =>
  /\b(?:preconnect|dns-prefetch)\b/.test(rel)

const firstOf = (list: string) => list.trim().split(/\s+/)[0]?.replace(/,$/, '') ?? ''

/** Names of feeds and of what is in them: they look like addresses, and lead nowhere. */
const isName = (element: string, attributes: string) =>
  element === 'id' || (element === 'guid' && /\bisPermaLink="false"/.test(attributes))

function addressesInXml(xml: string): string[] {
  const attributed = [...xml.matchAll(/\s(?:href|url|src)="([^"]*)"/g)].map(([, address = '']) => address)
  const written = [...xml.matchAll(/<([\w:]+)([^<>]*)>\s*(https?:\/\/[^\s<]+)\s*</g)]
    .filter(([, element = '', rest = '']) => !isName(element, rest))
    .map(([, , , address = '']) => address)
  return [...attributed, ...written].map(withoutEntities)
}

/** Parts of a drawing that others use: `<use href="/world.svg#land">`. */
const idsInXml = (xml: string) => new Set([...xml.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => id))

function addressesInJson(text: string): string[] {
  const addresses: string[] = []
  const look = (value: unknown, name: string): void => {
    if (typeof value === 'string') {
      const isAddress = /^https?:\/\/\S+$/.test(value) && !isName(name, '')
      if (isAddress || name === 'src' || name === 'start_url') addresses.push(value)
    } else if (value !== null && typeof value === 'object') {
      for (const [below, inner] of Object.entries(value)) look(inner, below)
    }
  }
  look(JSON.parse(text), '')
  return addresses
}

const addressesInStyles = (css: string) =>
  [...css.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/g)].map(([, address = '']) => address)

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function withoutEntities(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name = '') => {
      if (hex) return String.fromCodePoint(Number.parseInt(hex, 16))
      return decimal ? String.fromCodePoint(Number(decimal)) : (entities[name] ?? whole)
    },
  )
}
