import { Island } from '../islands/Island.ts'
import { tellWorker } from '../islands/offline.ts'
import { keepSaved, onSaved, readSaved, type SavedArticle } from '../islands/saved.ts'

/** The list of saved articles; and what is shown offline in place of a page that was not saved. */
class SavedArticles extends Island {
  wake() {
    const part = (name: string) => this.querySelector<HTMLElement>(`[data-part="${name}"]`)
    const show = (name: string, isShown: boolean) => {
      const element = part(name)
      if (element) element.hidden = !isShown
    }
    show('scriptless', false)
    show('offline', location.pathname !== this.dataset.href)
    part('clear')?.addEventListener('click', () => {
      keepSaved([])
      void tellWorker({ kind: 'leave' })
    })
    onSaved(() => {
      const saved = readSaved()
      part('list')?.replaceChildren(...saved.flatMap((article) => this.#entry(article) ?? []))
      show('empty', saved.length === 0)
      show('clear', saved.length > 0)
    })
  }

  #entry(article: SavedArticle): HTMLElement | undefined {
    const entry = this.querySelector('[data-part="pattern"]')?.cloneNode(true)
    if (!(entry instanceof HTMLElement)) return undefined
    entry.lang = article.language
    entry.dir = article.direction
    entry.dataset.accent = article.accent
    for (const name of ['label', 'headline', 'standfirst'] as const) {
      const element = entry.querySelector(`[data-text="${name}"]`)
      if (element) element.textContent = article[name]
    }
    entry.querySelector('a')?.setAttribute('href', article.href)
    entry.querySelector('button')?.addEventListener('click', () => {
      keepSaved(readSaved().filter(({ href }) => href !== article.href))
      void tellWorker({ kind: 'drop', address: article.href })
    })
    return entry
  }
}

customElements.define('saved-articles', SavedArticles)
