import type { ExprNode } from 'groq-js'
import { isCall } from '../syntaxTree.ts'

type StageType =
  | 'Filter'
  | 'Map'
  | 'FlatMap'
  | 'Slice'
  | 'AccessElement'
  | 'ArrayCoerce'
  | 'Group'
  | 'PipeFuncCall'
/** A node that does something to the value of its `base`. */
export type Stage = Extract<ExprNode, { type: StageType }>

const stageTypes: ReadonlySet<string> = new Set<StageType>([
  'Filter',
  'Map',
  'FlatMap',
  'Slice',
  'AccessElement',
  'ArrayCoerce',
  'Group',
  'PipeFuncCall',
])

/** What is done to the documents of the dataset, in this order; undefined when the node does not begin with them. */
export function chainOf(node: ExprNode): Stage[] | undefined {
  const stages: Stage[] = []
  let next = node
  while (isStage(next)) {
    stages.push(next)
    next = next.base
  }
  if (isCall(next, 'releases', 'all'))
    stages.push({ type: 'Filter', base: { type: 'Everything' }, expr: isRelease })
  else if (next.type !== 'Everything') return undefined
  return stages.reverse()
}

const isRelease: ExprNode = {
  type: 'OpCall',
  op: '==',
  left: { type: 'AccessAttribute', name: '_type' },
  right: { type: 'Value', value: 'system.release' },
}

function isStage(node: ExprNode): node is Stage {
  return stageTypes.has(node.type)
}

/** How many of the first elements of its base a slice or an index looks at, and how many of them it passes over. */
export function reachOf(stage: Stage): { count: number; passedOver: number } | undefined {
  if (stage.type === 'AccessElement') {
    return stage.index < 0 ? undefined : { count: stage.index + 1, passedOver: stage.index }
  }
  if (stage.type !== 'Slice' || stage.left < 0 || stage.right < 0) return undefined
  const end = stage.isInclusive ? stage.right + 1 : stage.right
  return { count: Math.max(0, end), passedOver: Math.min(stage.left, end) }
}
