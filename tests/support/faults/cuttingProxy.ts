import { connect, createServer, type Socket } from 'node:net'
import { freePort } from './freePort.ts'

/** A bad line between a lake and its listeners. */
export interface CuttingProxy {
  url: string
  /** How often it has cut. */
  cuts(): number
  /** From now on it cuts nobody. */
  mend(): void
  close(): Promise<void>
}

interface ProxyOptions {
  target: number
  /** After how many bytes towards the listener its next connection is cut; undefined lets it live. */
  nextCut: () => number | undefined
}

/** Passes bytes both ways, and cuts each connection after so many bytes, wherever in an event that may be. */
export async function openCuttingProxy({ target, nextCut }: ProxyOptions): Promise<CuttingProxy> {
  const sockets = new Set<Socket>()
  let cuts = 0
  let mended = false
  const server = createServer((listener) => {
    const lake = connect(target, '127.0.0.1')
    const left = mended ? undefined : nextCut()
    let passed = 0
    const end = () => {
      listener.destroy()
      lake.destroy()
      sockets.delete(listener)
    }
    sockets.add(listener)
    listener.on('data', (piece) => lake.write(piece))
    lake.on('data', (piece) => {
      const room = left === undefined ? piece.length : left - passed
      passed += piece.length
      if (piece.length < room || left === undefined || mended) listener.write(piece)
      else {
        cuts += 1
        lake.destroy()
        // The last bytes that come through are part of an event; then the line is dead.
        listener.write(piece.subarray(0, room), end)
      }
    })
    for (const socket of [listener, lake]) {
      socket.on('error', end)
      socket.once('close', end)
    }
  })
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${port}`,
    cuts: () => cuts,
    mend: () => {
      mended = true
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}
