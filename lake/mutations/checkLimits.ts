import { isRecord } from '../store/documents.ts'
import { limits } from './limits.ts'
import { failures } from './mutationFailure.ts'

/** @throws MutationFailure 400 that names the limit which the document would exceed */
export function checkLimits(document: { _id: string }): void {
  const { depth, characters } = measure(document)
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

function measure(document: object): Measure {
  const sum = { depth: 0, characters: 0 }
  weigh(document, 0, sum)
  return sum
}

/** Nothing below the limit is looked into: what is there is too deep already. */
function weigh(value: unknown, level: number, sum: Measure): void {
  if (level > sum.depth) sum.depth = level
  if (level > limits.attributeDepth) return
  if (typeof value === 'string') sum.characters += value.length + 3
  else if (Array.isArray(value)) {
    sum.characters += 2
    for (const element of value) weigh(element, Array.isArray(element) ? level + 1 : level, sum)
  } else if (isRecord(value)) {
    for (const name in value) {
      sum.characters += name.length + 4
      weigh(value[name], level + 1, sum)
    }
    sum.characters += 3
  } else sum.characters += 25
}
