import { WebSocket } from 'ws'
import { waitFor } from './waitFor.ts'

/** A WebSocket client that keeps what it hears, so that a test can wait for a message instead of for time. */
export async function openSocket(url: string, headers: Record<string, string> = {}) {
  const socket = new WebSocket(url.replace(/^http/, 'ws'), { headers })
  const heard: string[] = []
  let closed: number | undefined
  socket.on('message', (message) => heard.push(String(message)))
  socket.on('close', (code) => {
    closed = code
  })
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  return {
    heard,
    send: (message: object | string) =>
      socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    /** The first message, heard already or yet to come, that contains all of these. */
    hear: (...parts: string[]) =>
      waitFor(async () => {
        const found = heard.find((message) => parts.every((part) => message.includes(part)))
        if (found === undefined) throw new Error(`heard only: ${heard.join('\n')}`)
        return found
      }),
    /** The code with which the other side closed. */
    closed: () =>
      waitFor(async () => {
        if (closed === undefined) throw new Error('the socket is still open')
        return closed
      }),
    close: () => socket.close(),
  }
}
