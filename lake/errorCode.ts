/** The code of an error of Node's (`ENOENT`); `undefined` for errors that have none. */
export function codeOf(error: unknown): string | undefined {
  return hasField(error, 'code') ? String(error.code) : undefined
}

export function messageOf(error: unknown): string {
  return hasField(error, 'message') ? String(error.message) : String(error)
}

/** The path that an error of the file system is about. */
export function pathOf(error: unknown): string | undefined {
  return hasField(error, 'path') ? String(error.path) : undefined
}

// Not `instanceof`: an error of the system is of another realm where code runs in a context of its own.
function hasField<Name extends string>(error: unknown, name: Name): error is Record<Name, unknown> {
  return typeof error === 'object' && error !== null && name in error
}
