import { mapSeveral } from '../newsroom/load/mapSeveral.ts'
import { externalProblem } from './externalProblem.ts'
import { type Visit, visit } from './visit.ts'

export interface DeadLink {
  /** Where the link stands. */
  page: string
  link: string
  reason: string
}

export interface CheckedSite {
  pages: number
  /** Pictures, styles, scripts, feeds and other files. */
  files: number
  dead: DeadLink[]
  /** Addresses elsewhere, each with a page on which it stands. Only their form is looked at. */
  external: Map<string, string>
}

const requestsAtOnce = 6
const longestChain = 5

/**
 * Follows every link and asset of a site from its front: an address must answer, and a fragment must be an id on the
 * page that it leads to. Assets may also lie at `assetOrigins`. Pages that a query asks for, such as searches, lead to
 * ever more of their kind: those links are left alone.
 */
export async function checkLinks(
  siteUrl: string,
  assetOrigins: readonly string[] = [],
): Promise<CheckedSite> {
  const check = new SiteCheck(siteUrl, assetOrigins)
  check.take('/', siteUrl)
  await check.run()
  return check.result()
}

class SiteCheck {
  readonly #origin: string
  readonly #assetOrigins: ReadonlySet<string>
  readonly #visits = new Map<string, Visit>()
  /** Addresses that were asked for, each with the page on which it was first seen. */
  readonly #known = new Map<string, string>()
  readonly #pictures = new Set<string>()
  readonly #fragments: { page: string; target: string; id: string }[] = []
  readonly #external = new Map<string, string>()
  readonly #dead: DeadLink[] = []
  #waiting: string[] = []

  constructor(siteUrl: string, assetOrigins: readonly string[]) {
    this.#origin = new URL(siteUrl).origin
    this.#assetOrigins = new Set(assetOrigins.map((address) => new URL(address).origin))
  }

  async run(): Promise<void> {
    while (this.#waiting.length > 0) {
      const round = this.#waiting
      this.#waiting = []
      await mapSeveral(round, requestsAtOnce, (address) => this.#visit(address))
    }
    for (const { page, target, id } of this.#fragments) {
      const there = this.#followed(target)
      if (there && !there.problem && !there.ids.has(id)) {
        this.#dead.push({ page, link: `${target}#${id}`, reason: 'has no such place' })
      }
    }
  }

  result(): CheckedSite {
    const visits = [...this.#visits.values()]
    const pages = visits.filter(({ isPage }) => isPage).length
    return { pages, files: visits.length - pages, dead: this.#dead, external: this.#external }
  }

  /** A link that stands on a page. */
  take(link: string, page: string): void {
    const url = URL.canParse(link, page) ? new URL(link, page) : undefined
    if (!url) this.#dead.push({ page, link, reason: 'is no address' })
    else if (!this.#isOurs(url)) this.#takeElsewhere(url, page)
    else if (url.search === '' || new URL(page).search === '') this.#takeHere(url, page)
  }

  /** A picture: one of its sizes stands for all. */
  #takePicture(link: string, page: string): void {
    const path = URL.canParse(link, page) ? new URL(link, page) : undefined
    const picture = path && `${path.origin}${path.pathname}${path.searchParams.get('url') ?? ''}`
    if (picture && this.#pictures.has(picture)) return
    if (picture) this.#pictures.add(picture)
    this.take(link, page)
  }

  #takeHere(url: URL, page: string): void {
    const id = decodeURIComponent(url.hash.slice(1))
    url.hash = ''
    if (id !== '' && id !== 'top') this.#fragments.push({ page, target: url.href, id })
    if (this.#known.has(url.href)) return
    this.#known.set(url.href, page)
    this.#waiting.push(url.href)
  }

  #takeElsewhere(url: URL, page: string): void {
    const reason = externalProblem(url)
    if (reason) this.#dead.push({ page, link: url.href, reason })
    else if (!this.#external.has(url.href)) this.#external.set(url.href, page)
  }

  async #visit(address: string): Promise<void> {
    const found = await visit(address, new URL(address).origin === this.#origin)
    this.#visits.set(address, found)
    if (found.problem) {
      this.#dead.push({ page: this.#known.get(address) ?? address, link: address, reason: found.problem })
    }
    if (found.location) this.take(found.location, address)
    for (const link of found.links) this.take(link, address)
    for (const link of found.pictures) this.#takePicture(link, address)
  }

  /** What is found at an address in the end, where it sends its visitors on. */
  #followed(address: string): Visit | undefined {
    let [there, hops] = [this.#visits.get(address), 0]
    while (there?.location && hops < longestChain) {
      there = this.#visits.get(there.location)
      hops += 1
    }
    return there
  }

  #isOurs({ origin }: URL): boolean {
    return origin === this.#origin || this.#assetOrigins.has(origin)
  }
}
