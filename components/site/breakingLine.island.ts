import { Island } from '../islands/Island.ts'

/** Browsers take a longer delay for none at all. */
const LONGEST_MS = 2 ** 31 - 1

/** Takes the breaking line away when it ends: from a page that is open, and from one that was kept from before. */
class BreakingLine extends Island {
  wake() {
    const left = Date.parse(this.dataset.until ?? '') - Date.now()
    this.hidden = left <= 0
    if (left > 0) setTimeout(() => this.wake(), Math.min(left, LONGEST_MS))
  }
}

customElements.define('breaking-line', BreakingLine)
