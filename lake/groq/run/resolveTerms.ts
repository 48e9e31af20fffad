import type { ExprNode } from 'groq-js'
import type { Condition } from '../../store/selection.ts'
import type { Perspective } from '../perspective.ts'
import type { Term } from '../plan/take.ts'
import type { TermConditions, WaitingCondition } from '../plan/waitingConditions.ts'
import { isEmpty, merged } from './mergeConditions.ts'

/** Where the documents of a filter are to be found, and what they have to be tested for besides. */
export interface Resolved {
  /** They are among those of one of these; none: there are no such documents. */
  selections: readonly (readonly Condition[])[]
  tests: readonly Test[]
}

/** A term that the documents have to be looked at for. */
export type Test = Pick<Term, 'test' | 'text' | 'fields'>

export interface Resolver {
  valueOf: (key: ExprNode) => unknown
  has: (condition: Condition, among: readonly Condition[]) => boolean
  perspective: Perspective
}

/** What a term is now that the values it waited for are known. */
interface Known {
  alternatives: readonly (readonly Condition[])[]
  exact: boolean
}

interface Choice extends Known {
  term: Test
}

/** Fills the values into the terms of a filter. A value that no index can be asked for leaves its term to the test. */
export function resolveTerms(terms: readonly Term[], resolver: Resolver): Resolved {
  const types = merged(terms.flatMap(({ conditions }) => typesIn(conditions, resolver)))
  const common: Condition[] = []
  const choices: Choice[] = []
  const tests: Test[] = []
  for (const term of terms) {
    const { conditions } = term
    const known = conditions && resolve(conditions, resolver, types)
    const [only, ...others] = known?.alternatives ?? []
    if (known && (!only || others.length > 0)) choices.push({ ...known, term })
    else {
      common.push(...(only ?? []))
      if (!known?.exact) tests.push(term)
    }
  }
  return choose(merged(common), choices, tests)
}

/** An alternative is only taken where nothing that all documents share leads to them as directly. */
function choose(common: readonly Condition[], choices: readonly Choice[], tests: readonly Test[]): Resolved {
  if (common.some(isEmpty) || choices.some(({ alternatives }) => alternatives.length === 0)) {
    return { selections: [], tests }
  }
  const taken = common.some(isDirect) ? undefined : choices[0]
  const left = choices.filter((choice) => choice !== taken || !choice.exact).map(({ term }) => term)
  const alternatives = taken?.alternatives ?? [[]]
  const selections = alternatives.map((conditions) => merged([...common, ...conditions]))
  return {
    selections: selections.filter((conditions) => !conditions.some(isEmpty)),
    tests: [...tests, ...left],
  }
}

const direct: ReadonlySet<Condition['by']> = new Set(['id', 'slug', 'group', 'reference', 'text'])

function isDirect({ by }: Condition): boolean {
  return direct.has(by)
}

/** What types a term asks for: indexes of dates are there for types. */
function typesIn(conditions: TermConditions | undefined, resolver: Resolver): Condition[] {
  if (conditions?.kind !== 'all') return []
  const found = conditions.conditions.flatMap((waiting) =>
    waiting.asksForType ? (conditionOf(waiting, resolver) ?? []) : [],
  )
  return found.filter(({ by }) => by === 'type')
}

function conditionOf({ key, toCondition }: WaitingCondition, resolver: Resolver): Condition | undefined {
  return toCondition(resolver.valueOf(key), resolver.perspective)
}

function resolve(
  conditions: TermConditions,
  resolver: Resolver,
  types: readonly Condition[],
): Known | undefined {
  if (conditions.kind === 'all') {
    return resolveAll(conditions.conditions, conditions.exact, resolver, types)
  }
  const known = conditions.alternatives.map((terms) => resolveAlternative(terms, resolver, types))
  if (!known.every((alternative) => alternative !== undefined)) return undefined
  const possible = known.filter((alternative) => !alternative.conditions.some(isEmpty))
  const exact = possible.every((alternative) => alternative.exact)
  return { alternatives: joined(possible.map((alternative) => alternative.conditions)), exact }
}

function resolveAll(
  waiting: readonly WaitingCondition[],
  exact: boolean,
  resolver: Resolver,
  types: readonly Condition[],
): Known | undefined {
  const found = waiting.flatMap((condition) => conditionOf(condition, resolver) ?? [])
  const usable = found.filter((condition) => resolver.has(condition, types))
  if (usable.length === 0 && waiting.length > 0) return undefined
  return { alternatives: [usable], exact: exact && usable.length === waiting.length }
}

/** The terms of one side of `||`; undefined when none of them leads anywhere. */
function resolveAlternative(
  terms: readonly TermConditions[],
  resolver: Resolver,
  outerTypes: readonly Condition[],
) {
  const types = merged([...outerTypes, ...terms.flatMap((term) => typesIn(term, resolver))])
  const known = terms.map((term) => resolve(term, resolver, types))
  const single = known.flatMap((term) => (term?.alternatives.length === 1 ? [term] : []))
  const conditions = merged(single.flatMap(({ alternatives }) => alternatives[0] ?? []))
  const isNever = known.some((term) => term?.alternatives.length === 0)
  if (isNever) return { conditions: [never], exact: false }
  if (conditions.length === 0) return undefined
  return { conditions, exact: single.length === terms.length && single.every(({ exact }) => exact) }
}

const never: Condition = { by: 'type', types: [] }

/** `_type == "a" || _type == "b"` is one condition with two types. */
function joined(alternatives: readonly (readonly Condition[])[]): (readonly Condition[])[] {
  const groups: Condition[][] = []
  for (const conditions of alternatives) {
    const [only, ...others] = conditions
    const place = only && others.length === 0 ? groups.findIndex((group) => isAlike(group, only)) : -1
    const group = groups[place]
    const [known] = group ?? []
    if (known && only) groups[place] = [union(known, only)]
    else groups.push([...conditions])
  }
  return groups
}

function isAlike(group: readonly Condition[], other: Condition): boolean {
  const [only, ...others] = group
  if (!only || others.length > 0 || only.by !== other.by) return false
  if (only.by === 'reference' && other.by === 'reference') return only.path === other.path
  return ['type', 'id', 'slug', 'group'].includes(only.by)
}

function union(one: Condition, other: Condition): Condition {
  if (one.by === 'type' && other.by === 'type') return { by: 'type', types: [...one.types, ...other.types] }
  if (one.by === 'id' && other.by === 'id') return { by: 'id', ids: [...one.ids, ...other.ids] }
  if (one.by === 'slug' && other.by === 'slug') return { by: 'slug', slugs: [...one.slugs, ...other.slugs] }
  if (one.by === 'group' && other.by === 'group') return { by: 'group', ids: [...one.ids, ...other.ids] }
  if (one.by === 'reference' && other.by === 'reference') {
    return { ...one, targets: [...one.targets, ...other.targets] }
  }
  return one
}
