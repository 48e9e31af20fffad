import type { ExprNode } from 'groq-js'
import { publishedIdOf } from '../../mutations/documentIds.ts'
import type { Condition } from '../../store/selection.ts'
import { attributePathOf } from './attributePaths.ts'
import { stringsOf } from './conditionValues.ts'
import { ofDefined } from './rangeConditions.ts'
import { ofSearch } from './textConditions.ts'
import { exact, type TermConditions, wide } from './waitingConditions.ts'

/** A call of a function that is true or not. */
export function ofCall(call: ExprNode & { type: 'FuncCall' }): TermConditions | undefined {
  const [argument] = call.args
  if (!argument) return undefined
  switch (`${call.namespace}::${call.name}`) {
    case 'global::defined':
      return ofDefined(argument)
    case 'global::references':
      return ofReferences(call.args)
    case 'text::query':
      return ofSearch(argument)
    case 'sanity::versionOf':
      return wide(argument, (value, perspective) => {
        const ids = typeof value === 'string' ? [value, publishedIdOf(value)] : []
        return perspective === 'raw' ? { by: 'group', ids } : { by: 'id', ids }
      })
    case 'sanity::partOfRelease':
      return wide(argument, (value) =>
        typeof value === 'string' ? { by: 'idPrefix', prefix: `versions.${value}.` } : { by: 'id', ids: [] },
      )
    case 'string::startsWith':
      return ofStart(argument, call.args[1])
    default:
      return undefined
  }
}

function ofReferences(args: readonly ExprNode[]): TermConditions | undefined {
  const elements = args.map((value) => ({ type: 'ArrayElement' as const, value, isSplat: false }))
  return exact({ type: 'Array', elements }, (value) => ({
    by: 'reference',
    targets: Array.isArray(value) ? value.flatMap(stringsOf) : [],
  }))
}

function ofStart(text: ExprNode, start: ExprNode | undefined): TermConditions | undefined {
  if (!start || attributePathOf(text) !== '_id') return undefined
  return wide(start, (value) => (value === '' ? undefined : toStart(value)))
}

function toStart(value: unknown): Condition {
  return typeof value === 'string' ? { by: 'idPrefix', prefix: value } : { by: 'id', ids: [] }
}
