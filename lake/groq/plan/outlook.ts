import type { ExprNode } from 'groq-js'
import { wholeText } from '../../store/documentText.ts'
import { referenceField } from '../../store/heldReferences.ts'
import { childrenOf, isCall, withoutGroup } from '../syntaxTree.ts'
import { referredIds } from './referredIds.ts'
import { soughtText, soughtWords } from './soughtText.ts'

/** What an expression looks at outside itself, seen from a scope whose value is a document (`own`). */
export interface Outlook {
  /** How many scopes around the document's own `^` reaches. */
  outers: number
  /** The document's attributes that it reads; `all` when it takes the document as a whole. */
  fields: ReadonlySet<string> | 'all'
}

/** Whether a document refers to any of more ids than this it is asked itself. */
const mostReferred = 100

type Label = 'own' | 'other'

/*
 * groq-js makes a scope for every element of a filter, an order and a score, and for a projection. The elements
 * of a Map (`xs[].a`) get a hidden one: `^` passes over it, as it stands for no brackets in the query.
 */
interface Scope {
  value: Label
  hidden: boolean
  /** The values that `^`, `^.^` … mean, as far as they are inside the expression. */
  around: readonly Label[]
}

/** Looks an expression over. `hidden`: it is that of a Map. */
export function outlookOf(node: ExprNode, { hidden }: { hidden: boolean }): Outlook {
  const look = new Look()
  look.visit(node, { value: 'own', hidden, around: [] })
  return { outers: look.outers, fields: look.fields }
}

/** Whether the expression has the same value for every document of a filter that it stands in. */
export function isIndependent(node: ExprNode): boolean {
  const { fields } = outlookOf(node, { hidden: false })
  return fields !== 'all' && fields.size === 0
}

class Look {
  outers = 0
  fields: Set<string> | 'all' = new Set()

  visit(node: ExprNode, scope: Scope): void {
    switch (node.type) {
      case 'This':
      case 'Parent':
        if (this.#labelOf(node, scope) === 'own') this.fields = 'all'
        return
      case 'AccessAttribute':
        if (this.#labelOf(node.base ?? { type: 'This' }, scope) === 'own') this.#read(node.name)
        else if (node.base) this.visit(node.base, scope)
        return
      case 'Filter':
        this.visit(node.base, scope)
        this.visit(node.expr, nested(scope, 'other', false))
        return
      case 'Map':
      case 'FlatMap':
        this.visit(node.base, scope)
        this.visit(node.expr, nested(scope, 'other', true))
        return
      case 'Projection': {
        const label = this.#labelOf(node.base, scope)
        if (label === undefined) this.visit(node.base, scope)
        this.visit(node.expr, nested(scope, label ?? 'other', false))
        return
      }
      case 'PipeFuncCall':
        this.visit(node.base, scope)
        for (const argument of node.args) this.visit(argument, nested(scope, 'other', false))
        return
      case 'FuncCall':
        this.#call(node, scope)
        return
      case 'OpCall':
        if (!this.#search(node, scope)) for (const child of childrenOf(node)) this.visit(child, scope)
        return
      default:
        for (const child of childrenOf(node)) this.visit(child, scope)
    }
  }

  /** What is searched by its paths is no part of the document that has to be read. */
  #search(node: ExprNode & { type: 'OpCall' }, scope: Scope): boolean {
    const words = scope.value === 'own' ? soughtWords(node) : undefined
    const paths = words && soughtText(node.left, words)?.paths
    for (const path of paths ?? []) this.#readText(path)
    return paths !== undefined
  }

  /** Of a list of parts, as of the whole, words are all that is wanted: those are kept apart from the document. */
  #readText(path: string): void {
    const [field = ''] = path.split('.')
    this.#read(path === '' || path.includes('[]') ? wholeText : field)
  }

  #call(node: ExprNode & { type: 'FuncCall' }, scope: Scope): void {
    if (scope.value === 'own') {
      const [words] = isCall(node, 'text', 'query') ? node.args : []
      const isKnown = words !== undefined && soughtText({ type: 'This' }, words) !== undefined
      if (isKnown) this.#readText('')
      else if (words) this.fields = 'all'
      if (node.name === 'references') this.#readReferences(node)
      if (node.namespace === 'sanity') this.#read('_id')
    }
    for (const argument of node.args) this.visit(argument, scope)
  }

  /** Of ids that are known it is asked by index whether the document refers to them. */
  #readReferences(node: ExprNode): void {
    const ids = referredIds(node)
    if (ids && ids.length <= mostReferred) for (const id of ids) this.#read(referenceField(id))
    else this.fields = 'all'
  }

  #read(name: string): void {
    if (this.fields !== 'all') this.fields.add(name)
  }

  /** Whose value a bare `@` or `^` is; undefined for any other expression. */
  #labelOf(node: ExprNode, scope: Scope): Label | undefined {
    const inner = withoutGroup(node)
    if (inner.type === 'This') return scope.value
    if (inner.type !== 'Parent') return undefined
    const label = scope.around[inner.n - 1]
    if (label === undefined) this.outers = Math.max(this.outers, inner.n - scope.around.length)
    return label ?? 'other'
  }
}

function nested(scope: Scope, value: Label, hidden: boolean): Scope {
  const around = scope.hidden ? scope.around : [scope.value, ...scope.around]
  return { value, hidden, around }
}

/** All that several outlooks together look at. */
export function joinOutlooks(outlooks: readonly Outlook[]): Outlook {
  const outers = Math.max(0, ...outlooks.map((outlook) => outlook.outers))
  const fields = new Set<string>()
  for (const outlook of outlooks) {
    if (outlook.fields === 'all') return { outers, fields: 'all' }
    for (const field of outlook.fields) fields.add(field)
  }
  return { outers, fields }
}
