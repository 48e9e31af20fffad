import { Island } from '../islands/Island.ts'
import { tellWorker } from '../islands/offline.ts'
import { keepSaved, onSaved, readSaved } from '../islands/saved.ts'
import { say } from '../islands/say.ts'

/** Saves the article in this browser, to be found on the page of saved articles and read offline. */
class SaveArticle extends Island {
  wake() {
    const button = this.querySelector('button')
    const {
      href = '',
      headline = '',
      standfirst = '',
      label = '',
      accent = '',
      language = '',
      direction = '',
    } = this.dataset
    if (!button || !href) return
    const isSaved = () => readSaved().some((article) => article.href === href)
    button.onclick = () => {
      const others = readSaved().filter((article) => article.href !== href)
      const saves = !isSaved()
      const article = { href, headline, standfirst, label, accent, language, direction }
      keepSaved(saves ? [article, ...others] : others)
      void tellWorker({ kind: saves ? 'keep' : 'drop', address: href })
      say(saves ? this.dataset.done : this.dataset.undone)
    }
    onSaved(() => {
      button.setAttribute('aria-pressed', String(isSaved()))
    })
    // What was saved earlier is kept as it is now.
    if (isSaved()) void tellWorker({ kind: 'keep', address: href })
    this.hidden = false
  }
}

customElements.define('save-article', SaveArticle)
