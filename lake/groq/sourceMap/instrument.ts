import type { ExprNode, ObjectAttributeNode } from 'groq-js'
import { mapChildren, withoutGroup } from '../syntaxTree.ts'

/*
 * groq-js does not say where a value came from. So every object that a query builds is made to carry, under
 * names that begin with a control character, the objects that its values were read from.
 */
const mark = '\u0001'

/** What a hidden attribute says: `attribute` may have been read from `field` of the value it holds. */
export interface Origin {
  /** Undefined: any attribute, for `...` copies them all. */
  attribute: string | undefined
  field: string | undefined
}

export function isHidden(name: string): boolean {
  return name.startsWith(mark)
}

export function parseOrigin(name: string): Origin {
  const [, , attribute, field] = name.split(mark)
  return { attribute: attribute || undefined, field: field || undefined }
}

/** The tree, with hidden attributes in every object that it builds. The whole is wrapped as `{"result": …}`. */
export function instrument(tree: ExprNode): ExprNode {
  return instrumentNode({
    type: 'Object',
    attributes: [{ type: 'ObjectAttributeValue', name: 'result', value: tree }],
  })
}

function instrumentNode(node: ExprNode): ExprNode {
  const mapped = mapChildren(node, instrumentNode)
  if (mapped.type !== 'Object') return mapped
  const attributes = mapped.attributes.map((attribute) => mapChildren(attribute, instrumentNode))
  return { ...mapped, attributes: [...attributes, ...attributes.flatMap(originsOf)] }
}

function originsOf(attribute: ObjectAttributeNode, place: number): ObjectAttributeNode[] {
  if (attribute.type === 'ObjectSplat') return [hidden(place, 0, '', '', attribute.value)]
  if (attribute.type !== 'ObjectAttributeValue') return []
  return readsOf(attribute.value).map(({ base, field }, choice) =>
    hidden(place, choice, attribute.name, field, base),
  )
}

function hidden(
  place: number,
  choice: number,
  attribute: string,
  field: string,
  value: ExprNode,
): ObjectAttributeNode {
  const name = [mark, `${place}.${choice}`, mark, attribute, mark, field].join('')
  return { type: 'ObjectAttributeValue', name, value }
}

/**
 * The fields that an expression may hand through unchanged, with what they are read from. Where the expression is
 * a list of such fields (`countries[]->name`), so is what they are read from.
 */
function readsOf(node: ExprNode): { base: ExprNode; field: string }[] {
  const inner = withoutGroup(node)
  if (inner.type === 'Map' || inner.type === 'FlatMap') {
    return readsOf(inner.expr).map(({ base, field }) => ({ base: { ...inner, expr: base }, field }))
  }
  if (inner.type === 'AccessAttribute') return [{ base: inner.base ?? { type: 'This' }, field: inner.name }]
  if (inner.type === 'FuncCall' && inner.namespace === 'global' && inner.name === 'coalesce') {
    return inner.args.flatMap(readsOf)
  }
  if (inner.type !== 'Select') return []
  return [
    ...inner.alternatives.map(({ value }) => value),
    ...(inner.fallback ? [inner.fallback] : []),
  ].flatMap(readsOf)
}
