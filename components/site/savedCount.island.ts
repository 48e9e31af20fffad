import { onSaved, readSaved } from '../islands/saved.ts'

/** How many articles the reader has saved. */
class SavedCount extends HTMLElement {
  connectedCallback() {
    onSaved(() => {
      this.textContent = String(readSaved().length || '')
    })
  }
}

customElements.define('saved-count', SavedCount)
