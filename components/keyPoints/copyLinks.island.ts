import { Island } from '../islands/Island.ts'
import { copyAddress } from '../islands/say.ts'

/** A point's own link leads to it, as always; with script it is copied as well. */
class CopyLinks extends Island {
  wake() {
    this.addEventListener('click', ({ target }) => {
      const link = target instanceof Element && target.closest<HTMLAnchorElement>('a[data-copy]')
      if (link) void copyAddress(link.href, this.dataset.done)
    })
  }
}

customElements.define('copy-links', CopyLinks)
