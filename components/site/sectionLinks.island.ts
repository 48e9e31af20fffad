import { Island } from '../islands/Island.ts'

/** Says where the page stands, by its own address and those above it: the frame is the same for all pages. */
class SectionLinks extends Island {
  wake() {
    const trail = document.querySelectorAll<HTMLAnchorElement>('[data-part="trail"] a')
    const above = new Set([...trail].map(({ pathname }) => pathname))
    for (const link of this.querySelectorAll('a')) {
      if (link.pathname === location.pathname) link.setAttribute('aria-current', 'page')
      else if (above.has(link.pathname) || location.pathname.startsWith(`${link.pathname}/`))
        link.setAttribute('aria-current', 'true')
    }
  }
}

customElements.define('section-links', SectionLinks)
