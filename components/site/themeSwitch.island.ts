import { Island } from '../islands/Island.ts'
import { keep, readKept } from '../islands/kept.ts'

const THEMES = ['system', 'light', 'dark'] as const

/** A button that goes from the device's colours to light, to dark, and back. */
class ThemeSwitch extends Island {
  wake() {
    const button = this.querySelector('button')
    if (!button) return
    const kept = readKept('theme')
    let theme = THEMES.find((each) => each === kept) ?? 'system'
    const show = () => {
      if (theme === 'system') delete document.documentElement.dataset.theme
      else document.documentElement.dataset.theme = theme
      button.title = this.dataset[theme] ?? ''
      button.setAttribute('aria-label', button.title)
    }
    button.onclick = () => {
      theme = THEMES[THEMES.indexOf(theme) + 1] ?? 'system'
      keep('theme', theme)
      show()
    }
    show()
    this.hidden = false
  }
}

customElements.define('theme-switch', ThemeSwitch)
