import type { Condition } from '../../store/selection.ts'

/** The same conditions with no value twice, those of one kind together: what is asked for is in all their lists. */
export function merged(conditions: readonly Condition[]): Condition[] {
  const found: Condition[] = []
  for (const condition of conditions) {
    const place = found.findIndex(({ by }) => by === condition.by && isList(by))
    const before = found[place]
    if (before) found[place] = both(before, condition)
    else found.push(withoutDoubles(condition))
  }
  return found
}

/** Whether no document can fulfil the condition. */
export function isEmpty(condition: Condition): boolean {
  switch (condition.by) {
    case 'type':
      return condition.types.length === 0
    case 'id':
    case 'group':
      return condition.ids.length === 0
    case 'slug':
      return condition.slugs.length === 0
    case 'reference':
      return condition.targets.length === 0
    default:
      return false
  }
}

function isList(by: Condition['by']): boolean {
  return by === 'type' || by === 'id' || by === 'slug' || by === 'group'
}

function both(one: Condition, other: Condition): Condition {
  if (one.by === 'type' && other.by === 'type') return { by: 'type', types: shared(one.types, other.types) }
  if (one.by === 'id' && other.by === 'id') return { by: 'id', ids: shared(one.ids, other.ids) }
  if (one.by === 'group' && other.by === 'group') return { by: 'group', ids: shared(one.ids, other.ids) }
  if (one.by === 'slug' && other.by === 'slug') return { by: 'slug', slugs: shared(one.slugs, other.slugs) }
  return one
}

function withoutDoubles(condition: Condition): Condition {
  switch (condition.by) {
    case 'type':
      return { by: 'type', types: [...new Set(condition.types)] }
    case 'id':
      return { by: 'id', ids: [...new Set(condition.ids)] }
    case 'group':
      return { by: 'group', ids: [...new Set(condition.ids)] }
    case 'slug':
      return { by: 'slug', slugs: [...new Set(condition.slugs)] }
    case 'reference':
      return { ...condition, targets: [...new Set(condition.targets)] }
    default:
      return condition
  }
}

function shared(one: readonly string[], other: readonly string[]): string[] {
  const others = new Set(other)
  return [...new Set(one)].filter((value) => others.has(value))
}
