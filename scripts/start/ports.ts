import { createServer } from 'node:net'
import { ClearError } from '../setup/clearError.mjs'

/** @throws ClearError naming the port and its variable when something listens on it already. */
export async function checkPort(port: number, variable: string): Promise<void> {
  for (const host of ['127.0.0.1', '::1', '0.0.0.0', '::']) {
    if (await isTaken(port, host)) {
      throw new ClearError(
        `Port ${port} is in use: stop what listens there (perhaps a Meridian that is running already) or choose another with ${variable}, as in ${variable}=${port + 10} npm start.`,
      )
    }
  }
}

/** A port that was free a moment ago. */
export async function findFreePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('a TCP server has no port')
  return address.port
}

/** An address that this machine does not have (no IPv6, for one) is not taken. */
function isTaken(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'EADDRINUSE'))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(false)))
  })
}
