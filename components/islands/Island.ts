/** A custom element that wakes when all of its page has come: the parser connects an element before its children. */
export abstract class Island extends HTMLElement {
  connectedCallback() {
    if (document.readyState !== 'loading') this.wake()
    else document.addEventListener('DOMContentLoaded', () => this.wake(), { once: true })
  }

  abstract wake(): void
}
