import { isIPv6 } from 'node:net'
import type { Identity } from '../context.ts'
import { peerAddress } from './peer.ts'

/** Whose allowance a request counts against: the account's, the token's, or for guests the address's. */
export function callerOf(identity: Identity, request: Request): string {
  switch (identity.kind) {
    case 'anonymous':
      return `address ${networkOf(peerAddress(request))}`
    case 'user':
      return `account ${identity.id}`
    case 'token':
      return `token ${identity.id}`
  }
}

/** An address as limits count it: of IPv6 the first 64 bits, because the others are its holder's to choose. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return mapped
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? []
  const groups = head === '' ? [] : head.split(':')
  const rest = tail ? tail.split(':') : []
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - rest.length)
  const all = [...groups, ...Array.from({ length: zeros }, () => '0'), ...rest]
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
