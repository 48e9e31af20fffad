import { Island } from '../islands/Island.ts'

/** Today's date: pages are kept for hours, so only the reader's own clock knows it. */
class EditionDate extends Island {
  wake() {
    const today = new Intl.DateTimeFormat(this.dataset.locale, { dateStyle: 'full' }).format()
    this.textContent = today.charAt(0).toUpperCase() + today.slice(1)
  }
}

customElements.define('edition-date', EditionDate)
