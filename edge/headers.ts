import type { IncomingMessage } from 'node:http'

export type Headers = Record<string, string | string[]>
/** As Node and undici give them, with names in small letters. */
export type Given = Record<string, string | string[] | undefined>

/** What belongs to one connection, not to what is sent over it (RFC 9110, 7.6.1), and what Node answers by itself. */
const ofConnection = [
  'connection',
  'expect',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]

/** What a stranger may claim of where they come from. */
const ofProxies = /^(?:forwarded|x-forwarded-.+|x-real-ip)$/

/** Headers as they may go on: without those of the connection, and those that it names. */
export function withoutConnection(given: Given): Headers {
  const named = String(given.connection ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
  const left = new Set([...ofConnection, ...named])
  return without(given, (name) => left.has(name))
}

/** A reader's headers as Next gets them: who asks is what the connection says, never what the request claims. */
export function headersForNext({ headers, socket }: IncomingMessage): Headers {
  const host = headers.host ?? ''
  return {
    ...without(withoutConnection(headers), (name) => ofProxies.test(name)),
    host,
    'x-forwarded-for': socket.remoteAddress ?? '',
    'x-forwarded-host': host,
    'x-forwarded-proto': 'http',
  }
}

export function without(given: Given, isLeft: (name: string) => boolean): Headers {
  const kept: Headers = {}
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined && !isLeft(name)) kept[name] = value
  }
  return kept
}

/** A header that is sent once, as one text. */
export const textOf = (value: string | string[] | undefined): string =>
  Array.isArray(value) ? value.join(', ') : (value ?? '')

/** As they are for an answer that may come compressed, and came so when `encoding` is given. */
export function withEncoding(headers: Headers, encoding: string | undefined): Headers {
  const differsBy = textOf(headers.vary)
  const vary = /\baccept-encoding\b/i.test(differsBy)
    ? differsBy
    : [differsBy, 'Accept-Encoding'].filter(Boolean).join(', ')
  return { ...headers, vary, ...(encoding && { 'content-encoding': encoding }) }
}
