/** The field of a value whose shape validation is about to find out; undefined when there is none. */
export function readField(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

export function readText(value: unknown, name: string): string | undefined {
  const text = readField(value, name)
  return typeof text === 'string' ? text : undefined
}

export function readList(value: unknown, name: string): readonly unknown[] {
  const list = readField(value, name)
  return Array.isArray(list) ? list : []
}

/** The id that a reference points to. */
export function readRef(reference: unknown): string | undefined {
  return readText(reference, '_ref')
}
