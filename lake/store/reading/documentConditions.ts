import { storedText } from '../documentFields.ts'
import { joinSql, listOf, Sql, sql } from '../sql.ts'
import type { ConditionSql } from './conditionSql.ts'
import type { Ground } from './ground.ts'

export function ofIds(ground: Ground, ids: readonly string[]): ConditionSql | 'never' {
  if (ids.length === 0) return 'never'
  const { scope } = ground
  const stored = scope.storedIds(ids)
  const isShown = (alias: string) =>
    scope.isStack ? sql` AND ${scope.shownId(alias)} IN ${listOf([...ids])}` : sql``
  const { test, list } = ofDocuments(
    ground,
    (alias) => sql`${new Sql(alias, [])}.id IN ${listOf(stored)}${isShown(alias)}`,
  )
  return { test, list: { ...list, most: stored.length } }
}

export function ofPrefix(ground: Ground, prefix: string): ConditionSql | 'always' {
  if (prefix === '') return 'always'
  const { scope } = ground
  const begins = (id: Sql, from: string) => sql`(${id} >= ${from} AND ${id} < ${`${from}\u{10ffff}`})`
  return ofDocuments(ground, (alias) => {
    const id = new Sql(`${alias}.id`, [])
    const ranges = scope.storedIds([prefix]).map((from) => begins(id, from))
    return sql`(${joinSql(ranges, ' OR ')}) AND ${begins(scope.shownId(alias), prefix)}`
  })
}

export function ofGroups(ground: Ground, ids: readonly string[]): ConditionSql | 'never' {
  if (!ground.scope.isRaw) return ofIds(ground, ids)
  if (ids.length === 0) return 'never'
  const { dataset } = ground.scope
  const list = listOf([...ids])
  return {
    test: (number) =>
      sql`EXISTS (SELECT 1 FROM documents held WHERE held.number = ${new Sql(number, [])}
        AND coalesce(held.origin, held.id) IN ${list})`,
    list: {
      from: sql`(SELECT number, shelf FROM documents WHERE dataset = ${dataset} AND id IN ${list} AND shelf < 2
        UNION ALL SELECT number, shelf FROM documents INDEXED BY documents_by_origin
        WHERE dataset = ${dataset} AND origin IN ${list} AND shelf = 2) listed`,
      where: sql`1`,
      number: 'listed.number',
      shelf: 'listed',
      isTyped: false,
      repeats: false,
    },
  }
}

export function ofSlugs(ground: Ground, slugs: readonly string[]): ConditionSql | 'never' {
  if (slugs.length === 0) return 'never'
  return bySlug(ground, (alias) => sql`${new Sql(alias, [])}.slug IN ${listOf(slugs.map(storedText))}`)
}

export function ofAnySlug(ground: Ground): ConditionSql {
  return bySlug(ground, (alias) => sql`${new Sql(alias, [])}.slug IS NOT NULL`)
}

function bySlug(ground: Ground, holds: (alias: string) => Sql): ConditionSql {
  const { test, list } = ofDocuments(ground, holds)
  const ofTypes = ground.isTyped ? sql` AND listed.type IN ${listOf(ground.wanted)}` : sql``
  return {
    test,
    list: {
      ...list,
      from: sql`documents listed INDEXED BY documents_by_slug`,
      where: sql`listed.dataset = ${ground.scope.dataset} AND ${holds('listed')}${ofTypes}`,
      isTyped: true,
    },
  }
}

function ofDocuments(ground: Ground, holds: (alias: string) => Sql): ConditionSql {
  return {
    test: (number) =>
      sql`EXISTS (SELECT 1 FROM documents held WHERE held.number = ${new Sql(number, [])} AND ${holds('held')})`,
    list: {
      from: sql`documents listed`,
      where: sql`listed.dataset = ${ground.scope.dataset} AND ${holds('listed')}`,
      number: 'listed.number',
      shelf: 'listed',
      isTyped: false,
      repeats: false,
    },
  }
}
