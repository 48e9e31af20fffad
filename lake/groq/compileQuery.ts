import { type ExprNode, parse } from 'groq-js'
import {
  type CompiledQuery,
  type Source,
  searchPrefix,
  sourcePrefix,
  type TextSearch,
} from './compiledQuery.ts'
import { type Narrowing, narrowingOf } from './narrowing.ts'
import { toQueryError } from './queryError.ts'
import { conjuncts, literalStrings, mapChildren, walk } from './syntaxTree.ts'
import { parseTextQuery } from './textQuery.ts'

/**
 * Parses a query and readies it: parameters filled in, full-text conditions and narrowed sources in place.
 *
 * @throws LakeError 400 in the `queryParseError` shape
 */
export function compileQuery(query: string, params: Record<string, unknown>): CompiledQuery {
  const tree = parseQuery(query, params)
  const compiler = new Compiler(query)
  return { tree: compiler.compile(tree, false), ...compiler.parts }
}

/**
 * The filter of a query alone, as a listener needs it: projection, order and slice say nothing about
 * which documents it is about.
 *
 * @throws LakeError 400 in the `queryParseError` shape
 */
export function compileFilter(query: string, params: Record<string, unknown>): CompiledQuery {
  const filter = innermostFilter(parseQuery(query, params))
  const compiler = new Compiler(query)
  return { tree: compiler.compile(filter, false), ...compiler.parts }
}

function innermostFilter(node: ExprNode): ExprNode {
  switch (node.type) {
    case 'Map':
    case 'FlatMap':
    case 'Projection':
    case 'PipeFuncCall':
    case 'Slice':
    case 'AccessElement':
    case 'ArrayCoerce':
    case 'Group':
      return innermostFilter(node.base)
    case 'AccessAttribute':
      return node.base ? innermostFilter(node.base) : node
    default:
      return node
  }
}

function parseQuery(query: string, params: Record<string, unknown>): ExprNode {
  let tree: ExprNode
  try {
    tree = parse(query, { params })
  } catch (error) {
    throw toQueryError(query, error)
  }
  for (const node of walk(tree)) {
    if (node.type === 'Parameter') {
      throw toQueryError(
        query,
        new Error(`param $${node.name} referenced, but not provided`),
        `$${node.name}`,
      )
    }
  }
  return tree
}

class Compiler {
  readonly #query: string
  readonly #sources: Source[] = []
  readonly #searches: TextSearch[] = []
  #readsEverything = false

  constructor(query: string) {
    this.#query = query
  }

  get parts() {
    return { sources: this.#sources, searches: this.#searches, readsEverything: this.#readsEverything }
  }

  /** `hidden` marks places where `^` skips a scope, see `Map` in groq-js: nothing there is moved outside a filter. */
  compile(node: ExprNode, hidden: boolean): ExprNode {
    switch (node.type) {
      case 'Filter':
        return this.#compileFilter(node, hidden)
      case 'Everything':
        this.#readsEverything = true
        return node
      case 'Map':
      case 'FlatMap':
        return { ...node, base: this.compile(node.base, hidden), expr: this.compile(node.expr, true) }
      case 'Projection':
        return { ...node, base: this.compile(node.base, hidden), expr: this.compile(node.expr, false) }
      case 'PipeFuncCall':
        return {
          ...node,
          base: this.compile(node.base, hidden),
          args: node.args.map((argument) => this.compile(argument, false)),
        }
      case 'OpCall':
        if (node.op === 'match' && isTextQuery(node.right)) return this.#search(node.left, node.right)
        return this.#compileChildren(node, hidden)
      case 'FuncCall':
        if (node.namespace === 'releases') this.#readsEverything = true
        return isTextQuery(node) ? this.#search({ type: 'This' }, node) : this.#compileChildren(node, hidden)
      default:
        return this.#compileChildren(node, hidden)
    }
  }

  #compileChildren(node: ExprNode, hidden: boolean): ExprNode {
    return mapChildren(node, (child) => this.compile(child, hidden))
  }

  /** `*[a && b][c]` → the shortest list of candidates, filtered by one term after the other. */
  #compileFilter(node: ExprNode & { type: 'Filter' }, hidden: boolean): ExprNode {
    const { base, terms } = unfoldFilter(node)
    const start = base.type === 'Everything' ? this.#narrow(terms, hidden) : this.compile(base, hidden)
    return terms.reduce<ExprNode>(
      (filtered, term) => ({ type: 'Filter', base: filtered, expr: this.compile(term, false) }),
      start,
    )
  }

  #narrow(terms: readonly ExprNode[], hidden: boolean): ExprNode {
    const narrowings = terms.flatMap((term) => narrowingOf(term) ?? [])
    const fixed = narrowings.filter(isFixed)
    const outer = hidden ? undefined : narrowings.filter(isOuter)[0]
    if (!fixed.some(({ way }) => way === 'type' || way === 'id')) this.#readsEverything = true
    const scan: ExprNode =
      fixed.length > 0 ? this.#source({ fixed, outer: undefined }) : { type: 'Everything' }
    if (!outer) return scan
    // Where the outer document has no such string the candidates are those of the fixed terms.
    const narrowed = this.#source({ fixed, outer: outer.way }, outer.outer)
    return { type: 'FuncCall', namespace: 'global', name: 'coalesce', args: [narrowed, scan] }
  }

  #source(source: Source, key?: ExprNode): ExprNode {
    const place = this.#sources.push(source) - 1
    const found = virtualDocument(`${sourcePrefix}${place}${key ? ':' : ''}`, key)
    return { type: 'AccessAttribute', base: found, name: 'list' }
  }

  #search(left: ExprNode, call: ExprNode & { type: 'FuncCall' }): ExprNode {
    const [argument] = call.args
    const [text] = (argument && literalStrings(argument)) ?? []
    if (text === undefined) {
      throw toQueryError(this.#query, new Error('text::query() takes a string or a parameter'), 'text::query')
    }
    const place = this.#searches.push({ left, terms: parseTextQuery(text) }) - 1
    const found = virtualDocument(`${searchPrefix}${place}:`, { type: 'AccessAttribute', name: '_id' })
    return {
      type: 'OpCall',
      op: '==',
      left: { type: 'AccessAttribute', base: found, name: 'hit' },
      right: { type: 'Value', value: true },
    }
  }
}

function isFixed(narrowing: Narrowing): narrowing is Extract<Narrowing, { strings: unknown }> {
  return 'strings' in narrowing
}

function isOuter(narrowing: Narrowing): narrowing is Extract<Narrowing, { outer: unknown }> {
  return 'outer' in narrowing
}

function isTextQuery(node: ExprNode): node is ExprNode & { type: 'FuncCall' } {
  return node.type === 'FuncCall' && node.namespace === 'text' && node.name === 'query'
}

function unfoldFilter(node: ExprNode & { type: 'Filter' }): { base: ExprNode; terms: ExprNode[] } {
  const own = conjuncts(node.expr)
  if (node.base.type !== 'Filter') return { base: node.base, terms: own }
  const inner = unfoldFilter(node.base)
  return { base: inner.base, terms: [...inner.terms, ...own] }
}

/** `{"_ref": prefix + key}->`, which ends in the hook of `evaluateQuery`. */
function virtualDocument(prefix: string, key?: ExprNode): ExprNode {
  const start: ExprNode = { type: 'Value', value: prefix }
  const value: ExprNode = key ? { type: 'OpCall', op: '+', left: start, right: key } : start
  return {
    type: 'Deref',
    base: { type: 'Object', attributes: [{ type: 'ObjectAttributeValue', name: '_ref', value }] },
  }
}
