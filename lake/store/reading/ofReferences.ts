import { storedText } from '../documentFields.ts'
import { listOf, Sql, sql } from '../sql.ts'
import type { ConditionSql } from './conditionSql.ts'
import type { Ground } from './ground.ts'

export function ofReferences(
  ground: Ground,
  targets: readonly string[],
  path: string | undefined,
): ConditionSql | 'never' {
  const { types } = ground
  const found = types.targetsOf(targets.map(storedText))
  if (found.length === 0) return 'never'
  const places =
    path === undefined ? types.placesOf(ground.wanted) : types.referencePlaces(ground.wanted, path)
  if (places.length === 0) return 'never'
  const isAnywhere = path === undefined
  const holds = (alias: string) => {
    const row = new Sql(alias, [])
    const at = isAnywhere && !ground.isTyped ? sql`` : sql` AND ${row}.place IN ${listOf(places)}`
    return sql`${row}.target IN ${listOf(found)}${at}${isAnywhere ? sql` AND ${row}.counted = 1` : sql``}`
  }
  return {
    targets: { numbers: new Set(found), isAnywhere },
    test: (number) =>
      sql`EXISTS (SELECT 1 FROM document_references held WHERE held.number = ${new Sql(number, [])}
        AND ${holds('held')})`,
    list: {
      from: sql`document_references listed INDEXED BY document_references_by_target`,
      where: holds('listed'),
      number: 'listed.number',
      shelf: 'listed',
      isTyped: true,
      repeats: found.length > 1,
    },
  }
}
