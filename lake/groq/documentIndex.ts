import type { SanityDocument } from '../context.ts'
import { isRecord } from '../store/documents.ts'
import { SortedDocuments } from './sortedDocuments.ts'

/** Documents of one view with the ways in that narrowing uses. Every list is in the order of ids. */
export class DocumentIndex {
  readonly all = new SortedDocuments()
  readonly #byId = new Map<string, SanityDocument>()
  readonly #byType = new Map<string, SortedDocuments>()
  readonly #bySlug = new Map<string, SortedDocuments>()
  readonly #byTarget = new Map<string, SortedDocuments>()

  get(id: string): SanityDocument | undefined {
    return this.#byId.get(id)
  }

  put(document: SanityDocument): void {
    this.remove(document._id)
    this.#byId.set(document._id, document)
    this.all.add(document)
    addTo(this.#byType, document._type, document)
    const slug = slugOf(document)
    if (slug !== undefined) addTo(this.#bySlug, slug, document)
    for (const target of targetsOf(document)) addTo(this.#byTarget, target, document)
  }

  remove(id: string): void {
    const document = this.#byId.get(id)
    if (!document) return
    this.#byId.delete(id)
    this.all.remove(document)
    removeFrom(this.#byType, document._type, document)
    const slug = slugOf(document)
    if (slug !== undefined) removeFrom(this.#bySlug, slug, document)
    for (const target of targetsOf(document)) removeFrom(this.#byTarget, target, document)
  }

  ofIds(ids: readonly string[]): readonly SanityDocument[] {
    return [...new Set(ids)].sort().flatMap((id) => this.#byId.get(id) ?? [])
  }

  ofTypes(types: readonly string[]): readonly SanityDocument[] {
    const [only, ...others] = new Set(types)
    if (only !== undefined && others.length === 0) return this.#byType.get(only)?.list ?? []
    return merged(this.#byType, types)
  }

  ofSlugs(slugs: readonly string[]): readonly SanityDocument[] {
    return merged(this.#bySlug, slugs)
  }

  /** Documents that hold one of the ids as a `_ref`, anywhere. */
  referringTo(ids: readonly string[]): readonly SanityDocument[] {
    return merged(this.#byTarget, ids)
  }
}

function merged(lists: ReadonlyMap<string, SortedDocuments>, keys: readonly string[]): SanityDocument[] {
  const found = new SortedDocuments()
  for (const key of new Set(keys)) for (const document of lists.get(key)?.list ?? []) found.add(document)
  return [...found.list]
}

function addTo(lists: Map<string, SortedDocuments>, key: string, document: SanityDocument): void {
  const list = lists.get(key)
  if (list) list.add(document)
  else lists.set(key, new SortedDocuments([document]))
}

function removeFrom(lists: Map<string, SortedDocuments>, key: string, document: SanityDocument): void {
  const list = lists.get(key)
  list?.remove(document)
  if (list?.list.length === 0) lists.delete(key)
}

function slugOf(document: SanityDocument): string | undefined {
  return isRecord(document.slug) && typeof document.slug.current === 'string'
    ? document.slug.current
    : undefined
}

function targetsOf(document: SanityDocument): Set<string> {
  const targets = new Set<string>()
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(collect)
    else if (isRecord(value)) {
      if (typeof value._ref === 'string') targets.add(value._ref)
      Object.values(value).forEach(collect)
    }
  }
  collect(document)
  return targets
}
