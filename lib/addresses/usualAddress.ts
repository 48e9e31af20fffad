import { routes } from '../routes.ts'

const FIRST_PAGE = /^(\/latest|\/(?:categories|topics|authors)\/[^/]+)\/1$/
const PAIR = /^\/countries\/([^/.]+)\/([^/.]+)$/
const UNRESERVED = /[A-Za-z0-9\-._~]/

/**
 * The one spelling of a path that readers are to have: no escapes where none are needed, no number on the first page
 * of a list, two countries in the order of the alphabet. The path itself where it is right already.
 */
export const usualAddress = (path: string): string => {
  const plain = withoutNeedlessEscapes(path)
  const list = FIRST_PAGE.exec(plain)?.[1]
  if (list !== undefined) return list
  const [, one, other] = PAIR.exec(plain) ?? []
  return one === undefined || other === undefined ? plain : pairAddress(plain, one, other)
}

/** As RFC 3986 has it (6.2.2): letters, digits and "-._~" stand for themselves, other escapes in capitals. */
const withoutNeedlessEscapes = (path: string) =>
  path.replace(/%[0-9a-f]{2}/gi, (code) => {
    const character = String.fromCharCode(Number.parseInt(code.slice(1), 16))
    return UNRESERVED.test(character) ? character : code.toUpperCase()
  })

const pairAddress = (path: string, one: string, other: string) => {
  try {
    return routes.relation(decodeURIComponent(one), decodeURIComponent(other))
  } catch {
    return path
  }
}
