import { Island } from '../islands/Island.ts'

/** A menu that opens by itself; with script it also closes by Escape and when the reader goes elsewhere. */
class SiteMenu extends Island {
  wake() {
    const menu = this.querySelector('details')
    if (!menu) return
    this.addEventListener('keydown', ({ key }) => {
      if (key !== 'Escape' || !menu.open) return
      menu.open = false
      this.querySelector('summary')?.focus()
    })
    for (const event of ['focusin', 'click'])
      document.addEventListener(event, ({ target }) => {
        if (target instanceof Node && !this.contains(target)) menu.open = false
      })
  }
}

customElements.define('site-menu', SiteMenu)
