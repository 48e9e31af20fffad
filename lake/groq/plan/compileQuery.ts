import type { ExprNode } from 'groq-js'
import { nestsTooDeeply, parseQuery } from '../parseQuery.ts'
import { isCall, mapChildren, walk, withoutGroup } from '../syntaxTree.ts'
import { askNode } from './ask.ts'
import { chainOf, type Stage } from './chain.ts'
import { planTake } from './planTake.ts'
import { simplify } from './simplify.ts'
import type { Step, Take, Term } from './take.ts'
import type { TermConditions } from './termConditions.ts'

/** A query made ready: its tree asks for the takes by their places. */
export interface CompiledQuery {
  tree: ExprNode
  takes: readonly Take[]
}

/** Changes a tree before it is planned. */
export type Preparation = (tree: ExprNode) => ExprNode

/**
 * Parses a query and plans how its documents are found.
 *
 * @throws LakeError 400 in the `queryParseError` shape
 */
export function compileQuery(
  query: string,
  params: Record<string, unknown>,
  prepare: Preparation = (tree) => tree,
): CompiledQuery {
  const tree = parseQuery(query, params)
  return withEnoughStack(query, () => {
    const compiler = new Compiler(true)
    return { tree: compiler.compile(simplify(prepare(tree)), false), takes: compiler.takes }
  })
}

/**
 * The filter of a query alone, as a listener needs it for one document that is alone in the world: projection,
 * order and slice say nothing about which documents it is about.
 *
 * @throws LakeError 400 in the `queryParseError` shape
 */
export function compileFilter(query: string, params: Record<string, unknown>): ExprNode {
  return compileScan(query, params, innermostFilter)
}

/**
 * A query's tree without a plan: its `*` is a list of all documents, which it goes through.
 *
 * @throws LakeError 400 in the `queryParseError` shape
 */
export function compileScan(
  query: string,
  params: Record<string, unknown>,
  prepare: Preparation = (tree) => tree,
): ExprNode {
  const tree = parseQuery(query, params)
  return withEnoughStack(query, () => new Compiler(false).compile(prepare(tree), false))
}

function withEnoughStack<T>(query: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw error instanceof RangeError ? nestsTooDeeply(query) : error
  }
}

function innermostFilter(tree: ExprNode): ExprNode {
  let node = tree
  for (;;) {
    switch (node.type) {
      case 'Map':
      case 'FlatMap':
      case 'Projection':
      case 'PipeFuncCall':
      case 'Slice':
      case 'AccessElement':
      case 'ArrayCoerce':
      case 'Group':
        node = node.base
        break
      case 'AccessAttribute':
        if (!node.base) return node
        node = node.base
        break
      default:
        return node
    }
  }
}

class Compiler {
  readonly takes: Take[] = []
  readonly #plans: boolean

  constructor(plans: boolean) {
    this.#plans = plans
  }

  /** `hidden`: directly in a Map, where `^` passes over the element. */
  compile(node: ExprNode, hidden: boolean): ExprNode {
    const taken = this.#plans ? (this.#count(node, hidden) ?? this.#take(node, hidden)) : undefined
    if (taken) return taken
    switch (node.type) {
      case 'Filter':
        return { ...node, base: this.compile(node.base, hidden), expr: this.compile(node.expr, false) }
      case 'Map':
      case 'FlatMap':
        return { ...node, base: this.compile(node.base, hidden), expr: this.compile(node.expr, true) }
      case 'Projection':
        return { ...node, base: this.compile(node.base, hidden), expr: this.compile(node.expr, false) }
      case 'PipeFuncCall':
        return { ...node, base: this.compile(node.base, hidden), args: this.#compileArguments(node) }
      case 'OpCall':
        return this.#search(node, hidden) ?? this.#compileChildren(node, hidden)
      case 'FuncCall':
        return this.#call(node, hidden)
      default:
        return this.#compileChildren(node, hidden)
    }
  }

  #compileChildren(node: ExprNode, hidden: boolean): ExprNode {
    return mapChildren(node, (child) => this.compile(child, hidden))
  }

  #compileArguments(node: ExprNode & { type: 'PipeFuncCall' }): ExprNode[] {
    return node.args.map((argument) =>
      node.name === 'score' ? this.#compileScore(argument) : this.compile(argument, false),
    )
  }

  #take(node: ExprNode, hidden: boolean): ExprNode | undefined {
    const chain = chainOf(node)
    if (!chain) return undefined
    const { take, rest } = planTake(chain)
    return rest.reduce<ExprNode>(
      (base, stage) => this.#compileStage({ ...stage, base }),
      this.#ask('take', take, hidden),
    )
  }

  /** A stage on a base that is compiled. */
  #compileStage(stage: Stage): ExprNode {
    switch (stage.type) {
      case 'Filter':
        return { ...stage, expr: this.compile(stage.expr, false) }
      case 'Map':
      case 'FlatMap':
        return { ...stage, expr: this.compile(stage.expr, true) }
      case 'PipeFuncCall':
        return { ...stage, args: this.#compileArguments(stage) }
      default:
        return stage
    }
  }

  /** `count(*[…])`: order and projection change no number. */
  #count(node: ExprNode, hidden: boolean): ExprNode | undefined {
    const [list] = isCall(node, 'global', 'count') ? node.args : []
    const chain = list && chainOf(list)
    if (!chain) return undefined
    const firstOther = chain.findIndex(({ type }) => type !== 'Filter' && type !== 'Group')
    const filters = firstOther === -1 ? chain : chain.slice(0, firstOther)
    const countless = chain.slice(filters.length).every(changesNoCount)
    return countless ? this.#ask('count', planTake(filters).take, hidden) : undefined
  }

  #ask(question: 'take' | 'count', take: Take, hidden: boolean): ExprNode {
    const place = this.takes.length
    // Kept before its parts are compiled, which may hold takes of their own.
    this.takes.push(take)
    this.takes[place] = this.#compileTake(take)
    const outers = Array.from({ length: take.outers }, (_, around) =>
      outerValue(hidden ? around + 1 : around),
    )
    return askNode(question, { type: 'Value', value: place }, ...outers)
  }

  #compileTake(take: Take): Take {
    const first = take.first && {
      ...take.first,
      order: take.first.order.map(({ key, descending }) => ({ key: this.compile(key, false), descending })),
    }
    return {
      ...take,
      first,
      terms: take.terms.map((term) => this.#compileTerm(term)),
      steps: take.steps.map((step) => this.#compileStep(step)),
    }
  }

  #compileTerm({ test, conditions }: Term): Term {
    return { test: this.compile(test, false), conditions: conditions && this.#compileConditions(conditions) }
  }

  #compileConditions(known: TermConditions): TermConditions {
    if (known.kind === 'any') {
      const alternatives = known.alternatives.map((terms) =>
        terms.map((term) => this.#compileConditions(term)),
      )
      return { kind: 'any', alternatives }
    }
    const conditions = known.conditions.map((condition) => ({
      ...condition,
      key: this.compile(condition.key, false),
    }))
    return { ...known, conditions }
  }

  #compileStep(step: Step): Step {
    if (step.kind === 'score') return { ...step, args: step.args.map((node) => this.#compileScore(node)) }
    return { ...step, expr: this.compile(step.expr, step.kind !== 'filter') }
  }

  #call(node: ExprNode & { type: 'FuncCall' }, hidden: boolean): ExprNode {
    const [argument] = node.args
    if (isCall(node, 'text', 'query') && argument) {
      return this.#hit({ type: 'This' }, argument, hidden)
    }
    return this.#compileChildren(node, hidden)
  }

  #search(node: ExprNode & { type: 'OpCall' }, hidden: boolean): ExprNode | undefined {
    const words = soughtWords(node)
    return words && this.#hit(node.left, words, hidden)
  }

  #hit(text: ExprNode, words: ExprNode, hidden: boolean): ExprNode {
    return askNode('hit', this.compile(text, hidden), this.compile(words, hidden))
  }

  /**
   * An argument of `score()`. groq-js gives 1 for what is true, and `boost(true, n)` is 1 + n: so a search brings
   * its relevance in. Brackets around a search are taken off, for groq-js scores no operator inside them.
   */
  #compileScore(node: ExprNode): ExprNode {
    if (node.type === 'Group' && [...walk(node)].some((part) => isCall(part, 'text', 'query'))) {
      return this.#compileScore(withoutGroup(node))
    }
    if (node.type === 'And' || node.type === 'Or') {
      return { ...node, left: this.#compileScore(node.left), right: this.#compileScore(node.right) }
    }
    if (node.type === 'FuncCall' && node.name === 'boost') {
      const [scored, ...others] = node.args
      const more = others.map((part) => this.compile(part, false))
      return { ...node, args: [...(scored ? [this.#compileScore(scored)] : []), ...more] }
    }
    const [argument] = isCall(node, 'text', 'query') ? node.args : []
    if (argument) return this.#rank({ type: 'This' }, argument)
    const words = node.type === 'OpCall' ? soughtWords(node) : undefined
    if (node.type === 'OpCall' && words) return this.#rank(node.left, words)
    return this.compile(node, false)
  }

  #rank(text: ExprNode, words: ExprNode): ExprNode {
    const more = askNode('rank', this.compile(text, false), this.compile(words, false))
    return {
      type: 'FuncCall',
      namespace: 'global',
      name: 'boost',
      args: [{ type: 'Value', value: true }, more],
    }
  }
}

function changesNoCount(stage: Stage): boolean {
  return (
    stage.type === 'Map' ||
    stage.type === 'ArrayCoerce' ||
    stage.type === 'Group' ||
    (stage.type === 'PipeFuncCall' && stage.name === 'order')
  )
}

/** What `text::query` is given in `… match text::query(…)`. */
function soughtWords(node: ExprNode & { type: 'OpCall' }): ExprNode | undefined {
  const right = withoutGroup(node.right)
  return node.op === 'match' && isCall(right, 'text', 'query') ? right.args[0] : undefined
}

/** What a filter that stood here would see as `^` (`around` 0), `^.^` (1) and so on. */
function outerValue(around: number): ExprNode {
  return around === 0 ? { type: 'This' } : { type: 'Parent', n: around }
}
