import { Island } from '../islands/Island.ts'
import { fetchSuggestions, type Suggestion } from '../islands/suggestions.ts'

const LETTERS = 2
const PAUSE = 150

/**
 * Suggestions under a search field, as the ARIA pattern of an editable combobox has them: arrows choose, Enter goes,
 * Escape closes. The field stays a field of a form, and without a choice Enter searches.
 */
class SearchSuggestions extends Island {
  #field: HTMLInputElement | null = null
  #list: HTMLElement | null = null
  #active = -1
  #asked: AbortController | undefined
  #pause: ReturnType<typeof setTimeout> | undefined

  wake() {
    const field = this.querySelector('input')
    const list = this.querySelector<HTMLElement>('[data-part="list"]')
    if (!field || !list) return
    this.#field = field
    this.#list = list
    field.autocomplete = 'off'
    field.setAttribute('role', 'combobox')
    field.setAttribute('aria-autocomplete', 'list')
    field.setAttribute('aria-controls', list.id)
    list.setAttribute('role', 'listbox')
    this.#close()
    field.addEventListener('input', () => this.#askSoon())
    field.addEventListener('keydown', (event) => this.#onKey(event))
    this.addEventListener('focusout', ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && this.contains(relatedTarget))) this.#close()
    })
  }

  #askSoon() {
    clearTimeout(this.#pause)
    this.#pause = setTimeout(() => void this.#ask(), PAUSE)
  }

  async #ask() {
    this.#asked?.abort()
    this.#asked = new AbortController()
    const { signal } = this.#asked
    const letters = this.#field?.value.trim() ?? ''
    const found = letters.length < LETTERS ? [] : await fetchSuggestions(letters, signal)
    if (signal.aborted) return
    this.#close()
    if (found.length > 0 && document.activeElement === this.#field) this.#open(found)
  }

  #open(found: Suggestion[]) {
    this.#list?.replaceChildren(...found.map((each, index) => this.#option(each, index)))
    if (this.#list) this.#list.hidden = false
    this.#field?.setAttribute('aria-expanded', 'true')
  }

  #option({ label, href, kind }: Suggestion, index: number) {
    const option = document.createElement('li')
    option.id = `${this.#list?.id}-${index}`
    option.setAttribute('role', 'option')
    option.dataset.href = href
    option.textContent = label
    const note = document.createElement('small')
    note.textContent = this.dataset[kind] ?? ''
    option.append(' ', note)
    // On pressing, not on clicking: by then the field would have lost the focus and closed the list.
    option.addEventListener('mousedown', (event) => {
      event.preventDefault()
      location.assign(href)
    })
    return option
  }

  #close() {
    this.#active = -1
    this.#list?.replaceChildren()
    if (this.#list) this.#list.hidden = true
    this.#field?.setAttribute('aria-expanded', 'false')
    this.#field?.removeAttribute('aria-activedescendant')
  }

  #onKey(event: KeyboardEvent) {
    const options = [...(this.#list?.querySelectorAll<HTMLElement>('[role="option"]') ?? [])]
    if (options.length === 0) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const chosen = options[this.#active]
    if (step) this.#choose(options, step)
    else if (event.key === 'Enter' && chosen) location.assign(chosen.dataset.href ?? '')
    else if (event.key === 'Escape') this.#close()
    else return
    event.preventDefault()
  }

  /** Past the last comes the field itself, and then the first again. */
  #choose(options: HTMLElement[], step: number) {
    const places = options.length + 1
    this.#active = ((this.#active + 1 + step + places) % places) - 1
    for (const [index, option] of options.entries())
      option.setAttribute('aria-selected', String(index === this.#active))
    const chosen = options[this.#active]
    if (chosen) this.#field?.setAttribute('aria-activedescendant', chosen.id)
    else this.#field?.removeAttribute('aria-activedescendant')
    chosen?.scrollIntoView({ block: 'nearest' })
  }
}

customElements.define('search-suggestions', SearchSuggestions)
