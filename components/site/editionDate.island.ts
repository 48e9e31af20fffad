import { Island } from '../islands/Island.ts'

/** Today's date: pages are kept for hours, so only the reader's own clock knows it. */
class EditionDate extends Island {
  wake() {
    const today = new Intl.DateTimeFormat(this.dataset.locale, { dateStyle: 'full' }).format()
    // Some browsers part an English weekday by a comma; every other date on the page has none.
    const written = today.replace(',', '')
    this.textContent = written.charAt(0).toUpperCase() + written.slice(1)
  }
}

customElements.define('edition-date', EditionDate)
