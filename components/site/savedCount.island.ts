import { Island } from '../islands/Island.ts'
import { onSaved, readSaved } from '../islands/saved.ts'

/** How many articles the reader has saved. */
class SavedCount extends Island {
  wake() {
    onSaved(() => {
      this.textContent = String(readSaved().length || '')
    })
  }
}

customElements.define('saved-count', SavedCount)
