import { Island } from '../islands/Island.ts'

/**
 * Today's date: pages are kept for hours, so only the reader's own clock knows it. Small screens have no room for it, and
 * the first date that a browser writes costs a phone a tenth of a second: so it is written when it can be seen.
 */
class EditionDate extends Island {
  wake() {
    const seen = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return
      seen.disconnect()
      this.#write()
    })
    seen.observe(this)
  }

  #write() {
    const today = new Intl.DateTimeFormat(this.dataset.locale, { dateStyle: 'full' }).format()
    // Some browsers part an English weekday by a comma; every other date on the page has none.
    const written = today.replace(',', '')
    this.textContent = written.charAt(0).toUpperCase() + written.slice(1)
  }
}

customElements.define('edition-date', EditionDate)
