import { DatabaseSync } from 'node:sqlite'
import type { SanityDocument } from '../../../../lake/context.ts'
import { migrate } from '../../../../lake/store/database.ts'
import { ensureDataset } from '../../../../lake/store/datasets.ts'
import { DocumentWriter } from '../../../../lake/store/documentWriter.ts'
import { DeltaExpressionError, parseDelta } from '../../../../lake/webhooks/deltaExpression.ts'
import { evaluateDelta } from '../../../../lake/webhooks/evaluateDelta.ts'

const database = new DatabaseSync(':memory:')
migrate(database)
ensureDataset(database, 'production', 'public', '2026-01-01T00:00:00.000Z')
afterAll(() => database.close())

function document(fields: { _id: string; [field: string]: unknown }): SanityDocument {
  return { _type: 'article', _rev: 'r', _createdAt: '', _updatedAt: '', ...fields }
}

for (const each of [
  document({ _id: 'c', title: 'Conflict' }),
  document({ _id: 'drafts.d', title: 'Secret' }),
]) {
  new DocumentWriter(database, 'production').write(each)
}

const after = document({ _id: 'a', open: { _ref: 'c' }, hidden: { _ref: 'drafts.d' } })
const evaluateWith = (projection: string, followsPrivate: boolean) =>
  evaluateDelta(
    {
      filter: undefined,
      projection,
      dataset: 'production',
      before: undefined,
      after,
      followsPrivate,
      now: 0,
    },
    { database, projectId: 'meridian', publicUrl: 'http://lake' },
  )

describe('references in a webhook’s projection', () => {
  it('lead to what is published, and to drafts only where drafts were asked for', async () => {
    const projection = '{"open": open->title, "hidden": hidden->title}'
    expect(await evaluateWith(projection, false)).toBe('{"open":"Conflict","hidden":null}')
    expect(await evaluateWith(projection, true)).toBe('{"open":"Conflict","hidden":"Secret"}')
  })
})

describe('an expression that a webhook cannot use', () => {
  it('asks for other documents', () => {
    expect(() => parseDelta('count(*[_type == "article"]) > 1')).toThrow(DeltaExpressionError)
  })

  it('is no GROQ', () => {
    expect(() => parseDelta('_type ==')).toThrow(DeltaExpressionError)
  })
})
