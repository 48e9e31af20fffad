import { isRecord } from '../store/documents.ts'
import type { Mutation, PatchOperations } from './parseMutations.ts'

/** `autoGenerateArrayKeys`: objects in arrays that a mutation brings and that have no `_key` get one. */
export function withArrayKeys(mutation: Mutation, newKey: () => string): Mutation {
  if ('create' in mutation) return { create: keyFields(mutation.create, newKey) }
  if ('createIfNotExists' in mutation) {
    return { createIfNotExists: keyFields(mutation.createIfNotExists, newKey) }
  }
  if ('createOrReplace' in mutation) return { createOrReplace: keyFields(mutation.createOrReplace, newKey) }
  if ('patch' in mutation) return { patch: { ...mutation.patch, ...keyOperations(mutation.patch, newKey) } }
  return mutation
}

/** The operations of a patch with keys in what they bring. */
export function keyOperations(patch: PatchOperations, newKey: () => string): PatchOperations {
  const { set, setIfMissing, insert } = patch
  return {
    ...(set && { set: keyFields(set, newKey) }),
    ...(setIfMissing && { setIfMissing: keyFields(setIfMissing, newKey) }),
    ...(insert && { insert: { ...insert, items: insert.items.map((item) => keyItem(item, newKey)) } }),
  }
}

/** The fields, and what lies in them, with keys. */
export function keyFields<T extends Record<string, unknown>>(fields: T, newKey: () => string): T {
  const keyed = Object.entries(fields).map(([name, value]) => [name, keyValue(value, newKey)] as const)
  return { ...fields, ...Object.fromEntries(keyed) }
}

function keyValue(value: unknown, newKey: () => string): unknown {
  if (Array.isArray(value)) return value.map((item) => keyItem(item, newKey))
  return isRecord(value) ? keyFields(value, newKey) : value
}

function keyItem(item: unknown, newKey: () => string): unknown {
  if (!isRecord(item)) return item
  const keyed = keyFields(item, newKey)
  return typeof item._key === 'string' ? keyed : { _key: newKey(), ...keyed }
}
