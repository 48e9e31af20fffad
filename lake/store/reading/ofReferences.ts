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
  const isFound = (row: Sql) =>
    sql`${row}.target IN ${listOf(found)}${isAnywhere ? sql` AND ${row}.counted = 1` : sql``}`
  const listed = new Sql('listed', [])
  const ofTypes = isAnywhere && !ground.isTyped ? sql`` : sql` AND listed.place IN ${listOf(places)}`
  // A document that is tested is of these types; and with the plus its few rows are looked through, not each place looked up.
  const atPath = isAnywhere ? sql`` : sql` AND +held.place IN ${listOf(places)}`
  return {
    targets: { numbers: new Set(found), isAnywhere },
    test: (number) =>
      sql`EXISTS (SELECT 1 FROM document_references held WHERE held.number = ${new Sql(number, [])}
        AND ${isFound(new Sql('held', []))}${atPath})`,
    list: {
      from: sql`document_references listed INDEXED BY document_references_by_target`,
      where: sql`${isFound(listed)}${ofTypes}`,
      number: 'listed.number',
      shelf: 'listed',
      isTyped: true,
      repeats: found.length > 1,
    },
  }
}
