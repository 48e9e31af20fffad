import { storedText } from '../documentFields.ts'
import type { Condition } from '../selection.ts'
import type { ConditionSql } from './conditionSql.ts'
import type { DatasetTypes } from './datasetTypes.ts'
import { ofAnySlug, ofGroups, ofIds, ofPrefix, ofSlugs } from './documentConditions.ts'
import { type Ground, slugPath } from './ground.ts'
import { ofReferences } from './ofReferences.ts'
import { ofTexts } from './ofTexts.ts'
import { rangesOf } from './rangesOf.ts'

/** Conditions made ready for one scope. */
export interface CompiledConditions {
  /** Those of which there are documents. */
  types: readonly string[]
  /** Whether the conditions ask for types. */
  isTyped: boolean
  conditions: readonly ConditionSql[]
  /** Whether one of them is not exact. */
  hasText: boolean
}

/** The conditions as SQL; undefined when nothing can be found. @throws TypeError for what no index answers */
export function compileConditions(
  conditions: readonly Condition[],
  given: Pick<Ground, 'database' | 'scope' | 'types' | 'publicUrl'>,
): CompiledConditions | undefined {
  const isTyped = conditions.some(({ by }) => by === 'type')
  const wanted = typesOf(conditions, given.types)
  if (wanted.length === 0 || given.scope.lastShelf < 0) return undefined
  const ground = { ...given, wanted, isTyped }
  const compiled: ConditionSql[] = []
  for (const condition of conditions) {
    const made = compile(ground, condition)
    if (made === 'never') return undefined
    if (made !== 'always') compiled.push(made)
  }
  const texts = conditions.filter((condition) => condition.by === 'text')
  compiled.push(...rangesOf(ground, conditions), ...ofTexts(ground, texts))
  return { types: wanted, isTyped, conditions: compiled, hasText: texts.length > 0 }
}

/** The types that the conditions leave, of those of which there are documents. */
export function typesOf(conditions: readonly Condition[], types: DatasetTypes): string[] {
  return conditions.reduce((left, condition) => {
    if (condition.by !== 'type') return left
    const asked = new Set(condition.types.map(storedText))
    return left.filter((type) => asked.has(type))
  }, types.all)
}

function compile(ground: Ground, condition: Condition): ConditionSql | 'always' | 'never' {
  switch (condition.by) {
    case 'type':
      return 'always'
    case 'id':
      return ofIds(ground, condition.ids)
    case 'idPrefix':
      return ofPrefix(ground, condition.prefix)
    case 'group':
      return ofGroups(ground, condition.ids)
    case 'slug':
      return ofSlugs(ground, condition.slugs)
    case 'reference':
      return ofReferences(ground, condition.targets, condition.path)
    case 'date':
      return 'always'
    case 'defined':
      return condition.path === slugPath ? ofAnySlug(ground) : 'always'
    case 'text':
      return 'always'
  }
}
