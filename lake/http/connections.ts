import type { Socket } from 'node:net'
import type { LakeLimits } from '../limits.ts'
import { countAtOnce } from './atOnce.ts'
import { networkOf } from './callers.ts'

/** Closes a connection that is one too many: of all, or of its address. It costs nothing but the handshake. */
export function limitConnections({ connections, connectionsPerAddress }: LakeLimits) {
  const open = countAtOnce()
  return (socket: Socket): void => {
    const address = networkOf(socket.remoteAddress ?? '')
    const leaveAll = open.enter('', connections)
    const leaveAddress = leaveAll && open.enter(`address ${address}`, connectionsPerAddress)
    socket.once('close', () => {
      leaveAddress?.()
      leaveAll?.()
    })
    if (!leaveAddress) socket.destroy()
  }
}
