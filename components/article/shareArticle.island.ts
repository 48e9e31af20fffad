import { Island } from '../islands/Island.ts'
import { copyAddress } from '../islands/say.ts'

/** Hands the article to the device's own sharing, else to the clipboard. */
class ShareArticle extends Island {
  wake() {
    const button = this.querySelector('button')
    if (!button) return
    button.onclick = () => {
      const { title = '', done } = this.dataset
      const url = location.origin + location.pathname
      if ('share' in navigator) navigator.share({ title, url }).catch(() => undefined)
      else void copyAddress(url, done)
    }
    this.hidden = false
  }
}

customElements.define('share-article', ShareArticle)
