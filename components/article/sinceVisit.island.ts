import { Island } from '../islands/Island.ts'
import { asTexts, keep, readKept } from '../islands/kept.ts'

/** Visits that are remembered; the oldest are forgotten first. */
const REMEMBERED = 200

interface Visit {
  href: string
  /** The hash of each section and point by its key, as JSON. */
  state: string
}

const readVisits = (): Visit[] => {
  const kept = readKept('visits')
  return Array.isArray(kept)
    ? kept.flatMap((each) => {
        const { href, state } = asTexts(each) ?? {}
        return href && state ? [{ href, state }] : []
      })
    : []
}

const parseState = (state: string): Record<string, string> => {
  try {
    return asTexts(JSON.parse(state)) ?? {}
  } catch {
    return {}
  }
}

/** Marks what is new or changed since this reader's last visit. What they have read is known to their browser alone. */
class SinceVisit extends Island {
  wake() {
    const { href = '', state = '{}' } = this.dataset
    const visits = readVisits()
    const last = visits.find((visit) => visit.href === href)
    const others = visits.filter((visit) => visit !== last)
    keep('visits', [{ href, state }, ...others].slice(0, REMEMBERED))
    if (last) this.#mark(parseState(last.state), parseState(state))
  }

  #mark(before: Record<string, string>, now: Record<string, string>) {
    const marked = { added: 0, changed: 0 }
    for (const [key, hash] of Object.entries(now)) {
      const kind = before[key] === undefined ? 'added' : 'changed'
      const element = document.getElementById(key)
      if (before[key] === hash || !element) continue
      element.dataset.since = this.dataset[kind] ?? ''
      marked[kind] += 1
    }
    if (marked.added + marked.changed > 0) this.#say(marked)
  }

  #say({ added, changed }: { added: number; changed: number }) {
    const line = this.querySelector('[data-part="line"]')
    const text = this.dataset.line?.replace('{added}', String(added)).replace('{changed}', String(changed))
    if (line && text) line.textContent = text
    this.querySelector('button')?.addEventListener('click', () => {
      for (const element of document.querySelectorAll<HTMLElement>('[data-since]'))
        delete element.dataset.since
      this.hidden = true
    })
    this.hidden = false
  }
}

customElements.define('since-visit', SinceVisit)
