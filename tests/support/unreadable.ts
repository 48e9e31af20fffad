import type { Page } from 'playwright-core'

/**
 * What a reader cannot see without scrolling sideways, or at all: texts that reach beyond the window or beyond what a
 * parent shows of them. What can be scrolled by itself (a wide table) and what is only read aloud is left out.
 */
export const findUnreadable = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement
    const found = scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide on ${clientWidth}`] : []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const parent = text.parentElement
      if (!parent || !text.textContent?.trim() || parent.closest('svg, script, style, noscript')) continue
      const bounds = {
        left: 0,
        right: clientWidth,
        top: Number.NEGATIVE_INFINITY,
        bottom: Number.POSITIVE_INFINITY,
      }
      let isShown = parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      for (let element: Element | null = parent; element && isShown; element = element.parentElement) {
        const style = getComputedStyle(element)
        const box = element.getBoundingClientRect()
        if (style.overflowX === 'auto' || style.overflowX === 'scroll') isShown = false
        if (style.clipPath !== 'none' || box.bottom < 0) isShown = false
        if (element === document.body || element === document.documentElement) continue
        if (style.overflowX !== 'visible') {
          bounds.left = Math.max(bounds.left, box.left)
          bounds.right = Math.min(bounds.right, box.right)
        }
        if (style.overflowY !== 'visible') bounds.bottom = Math.min(bounds.bottom, box.bottom)
      }
      if (!isShown) continue
      const range = document.createRange()
      range.selectNodeContents(text)
      const isCut = [...range.getClientRects()].some(
        ({ left, right, bottom }) =>
          // Letters lean out of their boxes by less than this.
          left < bounds.left - 2 || right > bounds.right + 2 || bottom > bounds.bottom + 6,
      )
      if (isCut) found.push(`${parent.tagName.toLowerCase()}: ${text.textContent.trim().slice(0, 60)}`)
    }
    return found
  })
