// Browsers take every name under `localhost` for this machine; many systems' resolvers do not. Preloaded
// into Sanity's command line, which asks `<project>.localhost`.
const dns = require('node:dns')

const { lookup } = dns
dns.lookup = (host, ...rest) => lookup.call(dns, host.endsWith('.localhost') ? 'localhost' : host, ...rest)
