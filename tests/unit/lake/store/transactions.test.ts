import { DatabaseSync } from 'node:sqlite'
import { inSnapshot, inTransaction } from '../../../../lake/store/database.ts'

let database: DatabaseSync
beforeEach(() => {
  database = new DatabaseSync(':memory:')
  database.exec('CREATE TABLE stories (name TEXT NOT NULL UNIQUE)')
})
afterEach(() => database.close())

const write = (name: string) => database.prepare('INSERT INTO stories VALUES (?)').run(name)
const stories = () =>
  database
    .prepare('SELECT name FROM stories')
    .all()
    .map(({ name }) => name)

describe('a transaction', () => {
  it('keeps all that was written in it', () => {
    expect(inTransaction(database, () => [write('border'), write('harbour')].length)).toBe(2)
    expect(database.isTransaction).toBe(false)
    expect(stories()).toEqual(['border', 'harbour'])
  })

  it('keeps nothing when its work fails, and tells why', () => {
    const work = () => {
      write('border')
      throw new Error('the wire is down')
    }
    expect(() => inTransaction(database, work)).toThrow('the wire is down')
    expect(database.isTransaction).toBe(false)
    expect(stories()).toEqual([])
  })

  it('keeps nothing when the database refuses a part of it', () => {
    const work = () => [write('border'), write('harbour'), write('border')]
    expect(() => inTransaction(database, work)).toThrow(/UNIQUE/)
    expect(stories()).toEqual([])
  })

  it('that failed holds up no other', () => {
    expect(() => inTransaction(database, () => write('border') && write('border'))).toThrow()
    inTransaction(database, () => write('harbour'))
    expect(inSnapshot(database, stories)).toEqual(['harbour'])
  })

  it('tells what went wrong when the database has given it up by itself', () => {
    database.exec(`CREATE TRIGGER full BEFORE INSERT ON stories WHEN NEW.name = 'last'
      BEGIN SELECT RAISE(ROLLBACK, 'the disk is full'); END`)
    expect(() => inTransaction(database, () => [write('border'), write('last')])).toThrow('the disk is full')
    expect(stories()).toEqual([])
  })
})
