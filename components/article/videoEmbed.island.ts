import { Island } from '../islands/Island.ts'

/** Loads a film from the house that shows it only when the reader asks for it; until then it is a plain link. */
class VideoEmbed extends Island {
  wake() {
    const link = this.querySelector('a')
    const { player, name = '' } = this.dataset
    if (!link || !player) return
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      const frame = document.createElement('iframe')
      frame.src = player
      frame.title = name
      frame.allow = 'autoplay; encrypted-media; fullscreen; picture-in-picture'
      this.querySelector('[data-part="film"]')?.replaceChildren(frame)
      link.hidden = true
      frame.focus()
    })
  }
}

customElements.define('video-embed', VideoEmbed)
