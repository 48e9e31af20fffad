import { HttpError } from './errors.ts'

/** Lists and objects within each other: a document's 20 levels with a list on each, and what is put around them. */
export const deepestNesting = 64

/**
 * The value of a text that somebody has sent.
 *
 * @param what the part of the request, as the sentence of an error begins: `The body`
 * @throws HttpError 400 for a text that is no JSON, that nests too deeply or that has a key `__proto__`
 */
export function parseJson(text: string, what: string): unknown {
  if (depthOf(text) > deepestNesting)
    throw refusal(`${what} has more than ${deepestNesting} lists and objects within each other.`)
  const value = parse(text, what)
  // Only few texts can have one, and only they are looked through.
  if (mayHavePrototypeKey(text) && hasPrototypeKey(value)) {
    throw refusal(`${what} has a key "__proto__", which no document can have.`)
  }
  return value
}

/** Whether a JSON text could have a key `__proto__`: hardly any could. */
export function mayHavePrototypeKey(text: string): boolean {
  return text.includes('__proto__') || /\\u005f/i.test(text)
}

function parse(text: string, what: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw refusal(`${what} is not valid JSON.`)
  }
}

/** How deep lists and objects lie in a JSON text, counted without building anything. */
function depthOf(text: string): number {
  let depth = 0
  let most = 0
  for (let place = 0; place < text.length; place += 1) {
    const sign = text[place]
    if (sign === '"') place = endOfString(text, place)
    else if (sign === '[' || sign === '{') {
      depth += 1
      if (depth > most) most = depth
      if (most > deepestNesting) return most
    } else if (sign === ']' || sign === '}') depth -= 1
  }
  return most
}

/** Where the string that begins at `start` ends: at the first quotation mark that no odd number of backslashes precedes. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1)
  while (end !== -1) {
    let before = end - 1
    while (text[before] === '\\') before -= 1
    if ((end - before) % 2 === 1) return end
    end = text.indexOf('"', end + 1)
  }
  return text.length
}

function hasPrototypeKey(value: unknown): boolean {
  const waiting = [value]
  for (;;) {
    const next = waiting.pop()
    if (typeof next === 'object' && next !== null) {
      if (Object.hasOwn(next, '__proto__')) return true
      for (const inner of Object.values(next)) waiting.push(inner)
    }
    if (waiting.length === 0) return false
  }
}

function refusal(message: string): HttpError {
  return new HttpError(400, 'Bad Request', message)
}
