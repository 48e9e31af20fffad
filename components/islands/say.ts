const SHOWN_FOR = 4000
let ending: ReturnType<typeof setTimeout> | undefined

/** Says and shows a short confirmation in the page's status line. */
export const say = (text = ''): void => {
  const line = document.querySelector('[data-say]')
  if (!line) return
  line.textContent = text
  clearTimeout(ending)
  ending = setTimeout(() => line.replaceChildren(), SHOWN_FOR)
}

/** Copies an address and says so; a browser that forbids it says nothing, and the address bar still has it. */
export const copyAddress = async (address: string, done: string | undefined): Promise<void> => {
  try {
    await navigator.clipboard.writeText(address)
    say(done)
  } catch {
    // No clipboard without a secure address or the reader's leave.
  }
}
