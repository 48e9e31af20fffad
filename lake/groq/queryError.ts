import { GroqSyntaxError } from 'groq-js'
import { LakeError } from '../http/errors.ts'

/** A query that cannot be parsed, in the shape from which `@sanity/client` draws a code frame. `near` is where to point. */
export function toQueryError(query: string, error: unknown, near?: string): LakeError {
  const description =
    error instanceof Error ? error.message.replace(/^.*?at position \d+: /, '') : String(error)
  const found = near === undefined ? -1 : query.indexOf(near)
  const start = error instanceof GroqSyntaxError ? error.position : Math.max(found, 0)
  const end = near !== undefined && found >= 0 ? found + near.length : Math.min(start + 1, query.length)
  return new LakeError(400, { error: { type: 'queryParseError', description, query, start, end } })
}

/** A query that parses and still cannot be answered. */
export function queryFailure(type: string, description: string): LakeError {
  return new LakeError(400, { error: { type, description } })
}
