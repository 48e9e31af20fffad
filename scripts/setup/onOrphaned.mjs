const lookEveryMs = 250

/**
 * npm passes a signal on to the shell that it runs a script in, and that shell ends without telling us. So a
 * script that npm started looks whether its parent is still the same; one started in another way lives on alone.
 *
 * @param {() => void} stop
 */
export function onOrphaned(stop) {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    stop()
  }, lookEveryMs)
  timer.unref()
}
