import type { DatabaseSync } from 'node:sqlite'
import { numberOf, statement } from './statement.ts'

const plainName = /^[A-Za-z_][A-Za-z0-9_]*$/

/** The path of an attribute below `path`; a name that GROQ cannot write after a dot cannot be mistaken for two. */
export function attributePath(path: string, name: string): string {
  if (!plainName.test(name)) return `${path}[${JSON.stringify(name)}]`
  return path === '' ? name : `${path}.${name}`
}

/** Numbers of the paths that documents of a type have, and of ids that are referred to, for one transaction. */
export class DocumentPlaces {
  readonly #database: DatabaseSync
  readonly #dataset: string
  readonly #places = new Map<string, number>()
  readonly #targets = new Map<string, number>()

  constructor(database: DatabaseSync, dataset: string) {
    this.#database = database
    this.#dataset = dataset
  }

  placeOf(type: string, path: string): number {
    const key = `${type}\n${path}`
    const known = this.#places.get(key)
    if (known !== undefined) return known
    const found = statement(
      this.#database,
      'SELECT place FROM document_places WHERE dataset = ? AND type = ? AND path = ?',
    ).get(this.#dataset, type, path)
    const place = found
      ? numberOf(found, 'place')
      : Number(
          statement(this.#database, 'INSERT INTO document_places (dataset, type, path) VALUES (?, ?, ?)').run(
            this.#dataset,
            type,
            path,
          ).lastInsertRowid,
        )
    this.#places.set(key, place)
    return place
  }

  targetOf(id: string): number {
    const known = this.#targets.get(id)
    if (known !== undefined) return known
    const found = statement(
      this.#database,
      'SELECT target FROM reference_targets WHERE dataset = ? AND id = ?',
    ).get(this.#dataset, id)
    const target = found
      ? numberOf(found, 'target')
      : Number(
          statement(this.#database, 'INSERT INTO reference_targets (dataset, id) VALUES (?, ?)').run(
            this.#dataset,
            id,
          ).lastInsertRowid,
        )
    this.#targets.set(id, target)
    return target
  }
}
