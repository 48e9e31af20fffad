/** What the worker for reading offline is asked: to keep a page, to drop one, or to leave this browser altogether. */
type Order = { kind: 'keep' | 'drop'; address: string } | { kind: 'leave' }

/** The worker comes with the first page that is to be kept; before that this browser has none. */
export const tellWorker = async (order: Order): Promise<void> => {
  const workers = navigator.serviceWorker
  if (!workers) return
  try {
    if (order.kind === 'keep') await workers.register('/sw.js')
    const registration = order.kind === 'keep' ? await workers.ready : await workers.getRegistration()
    registration?.active?.postMessage(order)
  } catch {
    // A browser that takes no worker reads online.
  }
}
