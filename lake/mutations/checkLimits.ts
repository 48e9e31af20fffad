import type { SanityDocument } from '../context.ts'
import { isRecord } from '../store/documents.ts'
import { limits } from './limits.ts'
import { failures } from './mutationFailure.ts'

/** @throws MutationFailure 400 that names the limit which the document would exceed */
export function checkLimits(document: SanityDocument): void {
  const { depth, characters } = measure(document, 0)
  if (depth > limits.attributeDepth) {
    throw failures.invalid(
      `Document "${document._id}" has attributes nested deeper than ${limits.attributeDepth} levels`,
    )
  }
  // A character takes one to six bytes as JSON, so only large documents have to be written out to be weighed.
  if (characters * 6 <= limits.documentBytes) return
  const bytes = Buffer.byteLength(JSON.stringify(document))
  if (bytes > limits.documentBytes) {
    throw failures.invalid(
      `Document "${document._id}" has ${bytes} bytes as JSON; the limit is ${limits.documentBytes} bytes`,
    )
  }
}

interface Measure {
  /** Attributes within attributes; of a list what is in it, of a list in a list one more. */
  depth: number
  /** Of all names and texts, and twenty-five for whatever else there is: no number takes more. */
  characters: number
}

function measure(value: unknown, level: number): Measure {
  if (typeof value === 'string') return { depth: level, characters: value.length + 3 }
  // Nothing below the limit is looked into: what is there is too deep already.
  if (level > limits.attributeDepth) return { depth: level, characters: 0 }
  const sum = { depth: level, characters: 25 }
  const add = (part: Measure, more: number) => {
    sum.depth = Math.max(sum.depth, part.depth)
    sum.characters += part.characters + more
  }
  if (Array.isArray(value)) {
    for (const element of value) add(measure(element, Array.isArray(element) ? level + 1 : level), 1)
  } else if (isRecord(value)) {
    for (const [name, field] of Object.entries(value)) add(measure(field, level + 1), name.length + 4)
  }
  return sum
}
