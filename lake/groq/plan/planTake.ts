import type { ExprNode } from 'groq-js'
import { conjuncts } from '../syntaxTree.ts'
import { reachOf, type Stage } from './chain.ts'
import { orderPathOf } from './orderPath.ts'
import { joinOutlooks, type Outlook, outlookOf } from './outlook.ts'
import { scoreConditions } from './scoreConditions.ts'
import { soughtBy } from './soughtText.ts'
import type { OrderKey, Step, Take, Term } from './take.ts'
import { conditionsOf } from './termConditions.ts'
import { textScore } from './textScore.ts'

/** A chain cut in two: what is taken from the dataset, and what the tree does with it. */
export interface PlannedTake {
  take: Take
  rest: readonly Stage[]
}

/** Cuts a chain so that as much as possible is done while documents are read, before they are kept. */
export function planTake(chain: readonly Stage[]): PlannedTake {
  const stages = slicesFirst(chain)
  const begun = begin(stages)
  const tail = stages.slice(begun.length)
  const ordered = firstOf(tail)
  const terms = [...begun.terms]
  const steps = [...begun.steps]
  const stepped = [...begun.stepped]
  for (const filter of ordered?.filters ?? []) {
    if (steps.length === 0) terms.push(...conjuncts(filter.expr))
    else {
      steps.push({ kind: 'filter', expr: filter.expr })
      stepped.push(filter)
    }
  }
  const rest = ordered?.rest ?? tail
  const order = ordered?.order ?? []
  const lookedAt = absorbed(terms, steps, order)
  return {
    rest,
    take: {
      terms: [...terms.map(toTerm), ...scoreTerm(steps)],
      steps,
      first: ordered && { count: ordered.count, order, path: orderPathOf(order, steps) },
      passedOver: ordered?.passedOver ?? 0,
      ranked: rankedFields(steps, order),
      wanted: wantedFields([...stepped, ...rest]),
      outers: joinOutlooks(lookedAt).outers,
    },
  }
}

/** A slice takes the same elements of a list before a projection of each as after it, and fewer are projected. */
function slicesFirst(chain: readonly Stage[]): Stage[] {
  const stages: Stage[] = []
  for (const stage of chain) {
    // Brackets mean nothing, and so does `[]` on what is a list.
    const isList = !stages.some(({ type }) => type === 'AccessElement')
    if (stage.type === 'Group' || (stage.type === 'ArrayCoerce' && isList)) continue
    let place = stages.length
    if (stage.type === 'Slice') while (stages[place - 1]?.type === 'Map') place -= 1
    stages.splice(place, 0, stage)
  }
  return stages
}

function toTerm(test: ExprNode): Term {
  return {
    test,
    conditions: conditionsOf(test),
    text: soughtBy(test),
    fields: fieldsOf([outlookOf(test, { hidden: false })]),
  }
}

/** The stages from the beginning that can be done one document after the other. */
function begin(stages: readonly Stage[]) {
  const terms: ExprNode[] = []
  const steps: Step[] = []
  const stepped: Stage[] = []
  let length = 0
  for (const stage of stages) {
    if (stage.type === 'Filter' && steps.length === 0) terms.push(...conjuncts(stage.expr))
    else {
      const step = toStep(stage, steps)
      if (!step) break
      steps.push(step)
      stepped.push(stage)
    }
    length += 1
  }
  return { terms, steps, stepped, length }
}

function toStep(stage: Stage, before: readonly Step[]): Step | undefined {
  switch (stage.type) {
    case 'Filter':
      return { kind: 'filter', expr: stage.expr }
    case 'Map':
      return { kind: 'map', expr: stage.expr }
    case 'FlatMap':
      return before.some(({ kind }) => kind === 'score') ? undefined : { kind: 'flatMap', expr: stage.expr }
    case 'PipeFuncCall':
      // Scores are those of documents: what a projection makes of them has no id to be told apart by.
      return stage.name === 'score' && before.length === 0
        ? { kind: 'score', args: stage.args.map((node) => ({ node, text: textScore(node) })) }
        : undefined
    default:
      return undefined
  }
}

interface First {
  order: readonly OrderKey[]
  /** Filters of the ordered list: they may as well come first. */
  filters: readonly (Stage & { type: 'Filter' })[]
  count: number
  passedOver: number
  rest: readonly Stage[]
}

/** Finds that only the first elements are wanted, of the list as it is or of an order of it. */
function firstOf(stages: readonly Stage[]): First | undefined {
  const [stage] = stages
  if (!stage) return undefined
  const reach = reachOf(stage)
  if (reach) return { order: [], filters: [], ...reach, rest: stages }
  if (stage.type !== 'PipeFuncCall' || stage.name !== 'order') return undefined
  const order = stage.args.map(toOrderKey)
  const behind = stages.slice(1)
  const firstOther = behind.findIndex(({ type }) => type !== 'Filter')
  const filters = behind.slice(0, Math.max(0, firstOther)).filter((next) => next.type === 'Filter')
  const tail = behind.slice(filters.length)
  const end = tail.find(({ type }) => type !== 'Map')
  const ended = end && reachOf(end)
  return ended && { order, filters, ...ended, rest: [stage, ...tail] }
}

function toOrderKey(node: ExprNode): OrderKey {
  if (node.type === 'Desc') return { key: node.base, descending: true }
  return { key: node.type === 'Asc' ? node.base : node, descending: false }
}

/** What the score of a document says about it, as a term that every document passes. */
function scoreTerm(steps: readonly Step[]): Term[] {
  const conditions = scoreConditions(steps)
  return conditions ? [{ test: { type: 'Value', value: true }, conditions, text: undefined, fields: [] }] : []
}

function absorbed(terms: readonly ExprNode[], steps: readonly Step[], order: readonly OrderKey[]): Outlook[] {
  const plain = { hidden: false }
  return [
    ...terms.map((term) => outlookOf(term, plain)),
    ...steps.flatMap((step) =>
      step.kind === 'score'
        ? step.args.map(({ node }) => outlookOf(node, plain))
        : [outlookOf(step.expr, { hidden: step.kind !== 'filter' })],
    ),
    ...order.map(({ key }) => outlookOf(key, plain)),
  ]
}

function rankedFields(steps: readonly Step[], order: readonly OrderKey[]): readonly string[] | undefined {
  const maps = steps.some(({ kind }) => kind === 'map' || kind === 'flatMap')
  return maps ? undefined : fieldsOf(absorbed([], steps, order))
}

/** Undefined when whole documents are part of the answer. */
function wantedFields(stages: readonly Stage[]): readonly string[] | undefined {
  const outlooks: Outlook[] = []
  for (const stage of stages) {
    if (stage.type === 'AccessElement') return undefined
    if (stage.type === 'Filter') outlooks.push(outlookOf(stage.expr, { hidden: false }))
    if (stage.type === 'PipeFuncCall') {
      outlooks.push(...stage.args.map((argument) => outlookOf(argument, { hidden: false })))
    }
    if (stage.type === 'Map' || stage.type === 'FlatMap') {
      return fieldsOf([...outlooks, outlookOf(stage.expr, { hidden: true })])
    }
  }
  return undefined
}

function fieldsOf(outlooks: readonly Outlook[]): readonly string[] | undefined {
  const { fields } = joinOutlooks(outlooks)
  return fields === 'all' ? undefined : [...fields]
}
