const frames = ['·  ', '·· ', '···', ' ··', '  ·', '   ']

/**
 * Shows that `work` is going on: a live line with the seconds on a terminal, one plain line at the
 * beginning and the end elsewhere. Goes to stderr, so that stdout holds only results.
 *
 * @template T
 * @param {string} label
 * @param {() => Promise<T>} work
 * @param {{isTTY?: boolean, write(text: string): unknown}} output
 * @returns {Promise<T>}
 */
export async function withProgress(label, work, output = process.stderr) {
  const began = performance.now()
  const seconds = () => Math.round((performance.now() - began) / 1000)
  const stopDrawing = output.isTTY ? drawLive(label, seconds, output) : announce(label, output)
  try {
    const result = await work()
    stopDrawing(`${label}: done in ${seconds()} s`)
    return result
  } catch (error) {
    stopDrawing(`${label}: failed after ${seconds()} s`)
    throw error
  }
}

function drawLive(label, seconds, output) {
  let frame = 0
  const draw = () => {
    output.write(`\r\x1b[K${frames[frame++ % frames.length]} ${label}, ${seconds()} s`)
  }
  draw()
  const timer = setInterval(draw, 250)
  return (last) => {
    clearInterval(timer)
    output.write(`\r\x1b[K${last}\n`)
  }
}

function announce(label, output) {
  output.write(`${label} …\n`)
  return (last) => output.write(`${last}\n`)
}
