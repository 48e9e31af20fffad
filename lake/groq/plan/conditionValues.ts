import { DateTime } from 'groq-js'
import type { TextPart } from '../../store/selection.ts'

/** The strings of a list, or the string itself. */
export function stringsOf(value: unknown): string[] {
  const values: unknown[] = Array.isArray(value) ? value : []
  return typeof value === 'string' ? [value] : values.filter((element) => typeof element === 'string')
}

const day = 24 * 60 * 60 * 1000
/** A written date may be a day off by its time zone, and three by a 31st of February. */
const margin = 5 * day
const [earliest, latest] = [Date.UTC(100, 0), Date.UTC(9000, 0)]

/** The text that is certainly on the same side of all written dates as the time is; undefined for all but times. */
export function dateMargin(value: unknown, operator: '<' | '<=' | '>' | '>='): string | undefined {
  if (!(value instanceof DateTime)) return undefined
  const time = value.date.getTime()
  if (!(time > earliest && time < latest)) return undefined
  return new Date(operator.startsWith('<') ? time + margin : time - margin).toISOString()
}

/**
 * The tokens that a text must have for `match` to hold; undefined when the pattern does not say. What stands
 * behind a star or a full stop, which is any letter to groq-js, is left out.
 */
export function toMatchParts(value: unknown): TextPart[] | undefined {
  const parts = tokensOf(value).flatMap((token) => {
    const [start = ''] = token.slice(0, longestTerm).split(/[*.]/)
    return start === '' ? [] : [{ words: [start], open: start.length < token.length }]
  })
  return parts.length > 0 ? parts : undefined
}

/** The words of a pattern or a list of them, each with its stars. Source: groq-js, `match`. */
export function tokensOf(value: unknown): string[] {
  return stringsOf(value).flatMap(
    (pattern) => pattern.replace(/(\b\.+|\.+\b)/g, '').match(/[^!@#$%^&(),\\/?";:{}|[\]+<>\s-]+/g) ?? [],
  )
}

/** groq-js looks at no more of a word. */
const longestTerm = 1024
