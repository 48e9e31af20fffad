import type { Server } from 'node:http'

/** Somebody else has the port. The message is what the operator reads. */
export class PortInUseError extends Error {
  constructor(port: number) {
    super(`Port ${port} is in use. Stop what uses it, or choose another one with LAKE_PORT.`)
    this.name = 'PortInUseError'
  }
}

/** The address to listen on is none of this machine's. */
export class UnknownHostError extends Error {
  constructor(host: string) {
    super(
      `This machine has no address "${host}". Correct LAKE_HOST, or leave it out to listen on this machine only.`,
    )
    this.name = 'UnknownHostError'
  }
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}

/**
 * Starts `server` on one address and returns the port it got.
 *
 * @throws PortInUseError, UnknownHostError
 */
export async function listenOn(server: Server, host: string, port: number): Promise<number> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen({ host, port }, () => {
        server.off('error', reject)
        resolve()
      })
    })
  } catch (error) {
    if (codeOf(error) === 'EADDRINUSE') throw new PortInUseError(port)
    if (['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'ENOTFOUND'].includes(codeOf(error)))
      throw new UnknownHostError(host)
    throw error
  }
  const address = server.address()
  return typeof address === 'object' && address ? address.port : port
}
