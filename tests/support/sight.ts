type Told = (entries: Pick<IntersectionObserverEntry, 'isIntersecting'>[]) => void

const watched = new Map<Element, Told>()

/** For pages without a layout: their `IntersectionObserver` is told by `show` what can be seen. */
export const watchSight = (): void => {
  watched.clear()
  Object.defineProperty(globalThis, 'IntersectionObserver', {
    configurable: true,
    value: class {
      readonly #told: Told
      constructor(told: Told) {
        this.#told = told
      }
      observe(element: Element) {
        watched.set(element, this.#told)
      }
      disconnect() {
        for (const [element, told] of watched) if (told === this.#told) watched.delete(element)
      }
    },
  })
}

/** Says whether an element has come into view; who does not watch it is told nothing. */
export const show = (element: Element, isIntersecting: boolean): void =>
  watched.get(element)?.([{ isIntersecting }])
