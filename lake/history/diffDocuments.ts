import { isDeepStrictEqual } from 'node:util'
import { isRecord } from '../store/documents.ts'
import { diffString } from './diffString.ts'

/**
 * Mendoza's numbers for the operations used here; the format is that of github.com/sanity-io/mendoza.
 * Arrays and strings are always built from blank, objects always from a copy: readers of the format
 * disagree about copied arrays.
 */
const op = {
  value: 0,
  pushFieldCopy: 10,
  pushFieldBlank: 11,
  pushElementCopy: 12,
  returnIntoObjectSameKeyPop: 15,
  returnIntoArrayPop: 16,
  objectSetFieldValue: 17,
  objectDeleteField: 19,
  arrayAppendValue: 20,
  arrayAppendSlice: 21,
} as const

type Fields = Record<string, unknown>

/** A Mendoza patch that turns `left` into `right`. Neither may hold `_rev`: its place among the keys would shift all indices. */
export function diffDocuments(left: Fields | undefined, right: Fields | undefined): unknown[] {
  if (!left || !right) return [op.value, right ?? null]
  return diffObject(left, right)
}

function diffObject(left: Fields, right: Fields): unknown[] {
  const leftKeys = Object.keys(left).sort()
  const changed = leftKeys.flatMap((key, index) => {
    if (!Object.hasOwn(right, key)) return [op.objectDeleteField, index]
    if (isDeepStrictEqual(left[key], right[key])) return []
    return diffField(left[key], right[key], key, index)
  })
  const added = Object.keys(right)
    .filter((key) => !Object.hasOwn(left, key))
    .flatMap((key) => [op.objectSetFieldValue, right[key], key])
  return [...changed, ...added]
}

function diffField(left: unknown, right: unknown, key: string, index: number): unknown[] {
  if (isRecord(left) && isRecord(right)) {
    return [op.pushFieldCopy, index, ...diffObject(left, right), op.returnIntoObjectSameKeyPop]
  }
  // An empty array or string cannot be built from blank: nothing would be written, and blank reads as null.
  if (Array.isArray(left) && Array.isArray(right) && right.length > 0) {
    return [op.pushFieldBlank, index, ...diffArray(left, right), op.returnIntoObjectSameKeyPop]
  }
  if (typeof left === 'string' && typeof right === 'string') {
    const pieces = diffString(left, right)
    if (pieces) return [op.pushFieldBlank, index, ...pieces, op.returnIntoObjectSameKeyPop]
  }
  return [op.objectSetFieldValue, right, key]
}

function diffArray(left: readonly unknown[], right: readonly unknown[]): unknown[] {
  const findLeft = indexElements(left)
  const patch: unknown[] = []
  let from = 0
  let to = 0
  const endSlice = () => {
    if (to > from) patch.push(op.arrayAppendSlice, from, to)
    from = to
  }
  for (const element of right) {
    const index = findLeft(element, to)
    if (index === undefined) {
      endSlice()
      patch.push(op.arrayAppendValue, element)
    } else if (isDeepStrictEqual(left[index], element)) {
      if (index !== to) endSlice()
      if (to === from) from = index
      to = index + 1
    } else {
      endSlice()
      patch.push(...diffElement(left[index], element, index))
      from = to = index + 1
    }
  }
  endSlice()
  return patch
}

function diffElement(left: unknown, right: unknown, index: number): unknown[] {
  if (!isRecord(left) || !isRecord(right)) return [op.arrayAppendValue, right]
  return [op.pushElementCopy, index, ...diffObject(left, right), op.returnIntoArrayPop]
}

/** Finds where an element of the new array stood in the old one: by `_key`, else by equal value, the next place first. */
function indexElements(left: readonly unknown[]): (element: unknown, next: number) => number | undefined {
  const places = new Map<string, number[]>()
  left.forEach((element, index) => {
    const name = nameOf(element)
    const known = places.get(name)
    if (known) known.push(index)
    else places.set(name, [index])
  })
  return (element, next) => {
    const found = places.get(nameOf(element))
    if (!found) return undefined
    return found.includes(next) ? next : found[0]
  }
}

function nameOf(element: unknown): string {
  if (isRecord(element) && typeof element._key === 'string') return `key:${element._key}`
  return `value:${JSON.stringify(element)}`
}
