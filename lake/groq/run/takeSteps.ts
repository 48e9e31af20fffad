import type { ExprNode } from 'groq-js'
import type { ScoreArgument, Step, Take } from '../plan/take.ts'
import type { QueryDocument } from './documentSource.ts'
import type { Entry } from './firstOf.ts'
import { scoreDocuments } from './scoreDocuments.ts'
import type { TakeScope } from './takeDocuments.ts'

/** What is done to documents that passed, as groq-js does it to a list of them. */
export class TakeSteps {
  readonly #scope: Pick<TakeScope, 'evaluation' | 'handOut'>
  readonly #steps: Take['steps']
  readonly #outers: readonly unknown[]

  constructor(scope: TakeScope, { steps }: Take, outers: readonly unknown[]) {
    this.#scope = scope
    this.#steps = steps
    this.#outers = outers
  }

  /** What the steps make of documents, each as one of the answer's. */
  entriesOf(documents: readonly QueryDocument[]): Entry[] {
    for (const document of documents) this.#scope.handOut(document)
    const entries = documents.map((value) => ({ value, id: value._id, score: 0, keys: [] }))
    return this.#steps.reduce<Entry[]>((done, step) => this.#done(step, done), entries)
  }

  #done(step: Step, entries: readonly Entry[]): Entry[] {
    const { evaluation } = this.#scope
    const values = entries.map(({ value }) => value)
    switch (step.kind) {
      case 'filter': {
        const passes = evaluation.each(values, step.expr, this.#outers)
        return entries.filter((_entry, place) => passes[place] === true)
      }
      case 'map':
      case 'flatMap': {
        const tree: ExprNode = { type: 'Map', base: { type: 'Value', value: values }, expr: step.expr }
        const made = evaluation.evaluate(tree, this.#outers)
        const results: readonly unknown[] = Array.isArray(made) ? made : []
        return entries.flatMap((entry, place) => madeOf(entry, results[place], step.kind))
      }
      case 'score':
        return this.#scored(values, step.args)
    }
  }

  #scored(values: readonly unknown[], args: readonly ScoreArgument[]): Entry[] {
    return scoreDocuments(values, args, this.#scope.evaluation, this.#outers).map((value) => {
      this.#scope.handOut(value)
      return { value, id: value._id, score: Number(value._score), keys: [] }
    })
  }

  /** The entries with the values that the order compares. */
  withKeys(entries: readonly Entry[], { order }: NonNullable<Take['first']>): Entry[] {
    if (order.length === 0) return [...entries]
    const elements = order.map(({ key: value }) => ({
      type: 'ArrayElement' as const,
      value,
      isSplat: false,
    }))
    const values = entries.map(({ value }) => value)
    const keys = this.#scope.evaluation.each(values, { type: 'Array', elements }, this.#outers)
    return entries.map((entry, place) => {
      const known: unknown = keys[place]
      return { ...entry, keys: Array.isArray(known) ? known : [] }
    })
  }
}

function madeOf(entry: Entry, result: unknown, kind: 'map' | 'flatMap'): Entry[] {
  const values: readonly unknown[] = kind === 'flatMap' && Array.isArray(result) ? result : [result]
  return values.map((value) => ({ ...entry, value }))
}
