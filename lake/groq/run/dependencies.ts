import { publishedIdOf } from '../../mutations/documentIds.ts'
import type { Condition } from '../../store/selection.ts'
import { anything, documentTag, referenceTag, slugTag, typeTag } from '../syncTags.ts'
import type { QueryDocument } from './documentSource.ts'

/** Tags that an answer carries at most. Next.js keeps no more than 128 with a page. */
const mostTags = 100

/** What an answer depends on, gathered while it is made. */
export class Dependencies {
  /** Tags of what was selected, each with those that would do in its place. */
  readonly #selected = new Map<string, readonly string[]>()
  readonly #followed = new Map<string, string>()
  readonly #missing = new Set<string>()
  readonly #ids = new Set<string>()

  /** The answer depends on which documents are found by one of these. */
  select(selections: readonly (readonly Condition[])[]): void {
    for (const conditions of selections) {
      const coarse = coarseTags(conditions)
      for (const tag of fineTags(conditions) ?? coarse) this.#selected.set(tag, coarse)
    }
  }

  /** The answer depends on what is behind an id. */
  follow(id: string, document: QueryDocument | undefined): void {
    if (this.#ids.has(id)) return
    this.#ids.add(id)
    if (document) this.#followed.set(documentTag(publishedIdOf(id)), document._type)
    else this.#missing.add(documentTag(publishedIdOf(id)))
  }

  /** What must change for the answer to change. */
  get tags(): string[] {
    const tries = [
      () => [...this.#selected.keys(), ...this.#followed.keys(), ...this.#missing],
      () => [...this.#selected.keys(), ...[...this.#followed.values()].map(typeTag), ...this.#missing],
      () => [
        ...[...this.#selected.values()].flat(),
        ...[...this.#followed.values()].map(typeTag),
        ...this.#missing,
      ],
    ]
    for (const gather of tries) {
      const tags = new Set(gather())
      if (tags.has(anything)) return [anything]
      if (tags.size <= mostTags) return [...tags].sort()
    }
    return [anything]
  }
}

/** By the condition that fewest changes touch; undefined when there is none that tags know. */
function fineTags(conditions: readonly Condition[]): string[] | undefined {
  const types = conditions.find((condition) => condition.by === 'type')?.types
  const found = conditions.flatMap((condition) => tagsOf(condition, types))
  return found.length === 0
    ? undefined
    : found.reduce((best, one) => (one.rank < best.rank ? one : best)).tags
}

function tagsOf(
  condition: Condition,
  types: readonly string[] | undefined,
): { rank: number; tags: string[] }[] {
  switch (condition.by) {
    case 'id':
    case 'group':
      return [{ rank: 0, tags: condition.ids.map((id) => documentTag(publishedIdOf(id))) }]
    case 'slug':
      return [{ rank: 1, tags: condition.slugs.map(slugTag) }]
    case 'reference':
      return [{ rank: 2, tags: condition.targets.flatMap((target) => referenceTags(target, types)) }]
    default:
      return []
  }
}

function referenceTags(target: string, types: readonly string[] | undefined): string[] {
  return types ? types.map((type) => referenceTag(target, type)) : [referenceTag(target)]
}

function coarseTags(conditions: readonly Condition[]): string[] {
  const types = conditions.find((condition) => condition.by === 'type')?.types
  return types ? types.map(typeTag) : [anything]
}
