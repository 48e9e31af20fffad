import { spawn } from 'node:child_process'

const living = new Set()
let isWatched = false

/** From the first command on: whoever only imports this, as every test of a journey does, leaves no listener behind. */
function endThemWithUs() {
  if (isWatched) return
  isWatched = true
  process.on('exit', () => {
    for (const pid of living) signalGroup(pid, 'SIGKILL')
  })
}

/**
 * Starts a command in a process group of its own: a Ctrl-C in the terminal reaches only us, and we
 * end the command, with everything that it has started, in the order that we choose.
 */
export function spawnGroup(command, args, options = {}) {
  endThemWithUs()
  const child = spawn(command, args, { ...options, detached: true })
  if (child.pid !== undefined) living.add(child.pid)
  child.once('exit', () => {
    // What the command itself left behind ends with it.
    signalGroup(child.pid, 'SIGKILL')
    living.delete(child.pid)
  })
  return child
}

/** Sends `signal` to the whole group; a group that is gone already is no error. */
export function signalGroup(pid, signal) {
  if (pid === undefined) return
  try {
    process.kill(-pid, signal)
  } catch (error) {
    if (error.code !== 'ESRCH' && error.code !== 'EPERM') throw error
  }
}

/** Asks a child to end and waits for it; after `graceMs` it is ended the hard way. */
export async function endGroup(child, graceMs = 8000) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const timer = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), graceMs)
  await gone
  clearTimeout(timer)
}
