import type { PatchOperations } from './parseMutations.ts'

const pathsInStep = 10

/** A patch in small parts, one after the other and in the order in which the engine itself goes about it. */
export function patchSteps(operations: PatchOperations): PatchOperations[] {
  const { setIfMissing, set, unset, diffMatchPatch, inc, dec, insert } = operations
  return [
    ...inParts(setIfMissing).map((part) => ({ setIfMissing: part })),
    ...inParts(set).map((part) => ({ set: part })),
    ...chunks(unset ?? []).map((part) => ({ unset: part })),
    ...inParts(diffMatchPatch).map((part) => ({ diffMatchPatch: part })),
    ...inParts(inc).map((part) => ({ inc: part })),
    ...inParts(dec).map((part) => ({ dec: part })),
    ...(insert ? [{ insert }] : []),
  ]
}

function inParts<T>(byPath: Record<string, T> | undefined): Record<string, T>[] {
  return chunks(Object.entries(byPath ?? {})).map((part) => Object.fromEntries(part))
}

function chunks<T>(list: readonly T[]): T[][] {
  const count = Math.ceil(list.length / pathsInStep)
  return Array.from({ length: count }, (_, place) =>
    list.slice(place * pathsInStep, (place + 1) * pathsInStep),
  )
}
