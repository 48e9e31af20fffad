const addresses = new WeakMap<Request, string>()

/** Remembers which socket address a request came from; the rate limit of the log-in reads it. */
export function setPeerAddress(request: Request, address: string | undefined): void {
  if (address) addresses.set(request, address)
}

/** The socket address of a request, `unknown` when it did not come over the network. */
export function peerAddress(request: Request): string {
  return addresses.get(request) ?? 'unknown'
}
