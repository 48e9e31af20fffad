const host = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/

/** What is wrong with the form of an address elsewhere; nobody is asked whether it is there. */
export function externalProblem(url: URL): string | undefined {
  switch (url.protocol) {
    case 'https:':
      return host.test(url.hostname) && url.username === '' ? undefined : 'names no host on the web'
    case 'mailto:':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(decodeURIComponent(url.pathname))
        ? undefined
        : 'is no mail address'
    case 'data:':
    case 'blob:':
      return undefined
    case 'http:':
      return 'is not encrypted (http)'
    default:
      return `begins with ${url.protocol}`
  }
}
