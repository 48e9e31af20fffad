import { connect, createServer, type Socket } from 'node:net'

export interface CuttingProxy {
  url: string
  /** Connections that were cut. */
  cuts: number
  /** Breaks what is open. */
  cutNow(): void
  close(): Promise<void>
}

/**
 * A way to a server that breaks: every connection is cut, in both directions, after as many bytes of the answer
 * as `allow` says for it; never when it says undefined.
 */
export async function openCuttingProxy(port: number, allow: () => number | undefined): Promise<CuttingProxy> {
  const sockets = new Set<Socket>()
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
  }
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1')
    keep(near)
    keep(far)
    near.pipe(far)
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
    let left = allow() ?? Number.POSITIVE_INFINITY
    far.on('data', (bytes) => {
      if (bytes.length < left) {
        left -= bytes.length
        if (!near.write(bytes)) {
          far.pause()
          near.once('drain', () => far.resume())
        }
        return
      }
      proxy.cuts += 1
      far.pause()
      // What was let through arrives before the end, as when a network fails after it has delivered.
      near.end(bytes.subarray(0, left), () => near.destroySoon())
      left = 0
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const proxy: CuttingProxy = {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    cuts: 0,
    cutNow: () => {
      for (const socket of sockets) socket.destroy()
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
  return proxy
}
