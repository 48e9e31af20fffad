import type { ExprNode } from 'groq-js'
import { isCall, mapChildren } from '../syntaxTree.ts'
import { askNode } from './ask.ts'
import { chainOf, type Stage } from './chain.ts'
import { askForText, compileScore } from './compileScore.ts'
import { planTake } from './planTake.ts'
import { referredIds } from './referredIds.ts'
import { soughtWords } from './soughtText.ts'
import type { Step, Take, Term } from './take.ts'
import type { TermConditions } from './waitingConditions.ts'

/** Puts questions in the place of what a tree takes from the dataset, and of what groq-js does not know. */
export class QueryCompiler {
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
      node.name === 'score' ? this.#compileScored(argument) : this.compile(argument, false),
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

  #compileTerm(term: Term): Term {
    const { test, conditions } = term
    return {
      ...term,
      test: this.compile(test, false),
      conditions: conditions && this.#compileConditions(conditions),
    }
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
    if (step.kind === 'score') {
      const args = step.args.map(({ node, text }) => ({ node: this.#compileScored(node), text }))
      return { ...step, args }
    }
    return { ...step, expr: this.compile(step.expr, step.kind !== 'filter') }
  }

  #compileScored(node: ExprNode): ExprNode {
    return compileScore(node, (part) => this.compile(part, false))
  }

  #call(node: ExprNode & { type: 'FuncCall' }, hidden: boolean): ExprNode {
    const [words] = isCall(node, 'text', 'query') ? node.args : []
    if (words) return this.#hit({ type: 'This' }, words, hidden)
    const ids = this.#plans ? referredIds(node) : undefined
    if (ids) return askNode('refers', { type: 'This' }, { type: 'Value', value: ids })
    return this.#compileChildren(node, hidden)
  }

  #search(node: ExprNode & { type: 'OpCall' }, hidden: boolean): ExprNode | undefined {
    const words = soughtWords(node)
    return words && this.#hit(node.left, words, hidden)
  }

  #hit(text: ExprNode, words: ExprNode, hidden: boolean): ExprNode {
    return askForText('hit', text, words, (part) => this.compile(part, hidden))
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

/** What a filter that stood here would see as `^` (`around` 0), `^.^` (1) and so on. */
function outerValue(around: number): ExprNode {
  return around === 0 ? { type: 'This' } : { type: 'Parent', n: around }
}
