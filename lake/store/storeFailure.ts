import { HttpError } from '../http/errors.ts'

/** SQLite's primary result codes (https://sqlite.org/rescode.html) that say something of the disk, not of us. */
const codes = { busy: 5, locked: 6, readOnly: 8, ioError: 10, full: 13, cannotOpen: 14 }

/**
 * What the database's failure means to whoever asked; undefined for errors that are no failure of the disk.
 * None of these answers is final: the Studio keeps what was typed and sends it again, and nothing of the
 * transaction has been kept.
 */
export function storeFailureOf(error: unknown): HttpError | undefined {
  const code = sqliteCodeOf(error)
  if (code === undefined) return undefined
  const options = { cause: error }
  switch (code) {
    case codes.full:
      return new HttpError(
        507,
        'Insufficient Storage',
        "The lake's disk is full: nothing was written. Reading goes on, and writing as soon as there is room.",
        {},
        options,
      )
    case codes.busy:
    case codes.locked:
      return unavailable('Another program is writing to the lake’s database. Try again in a moment.', options)
    case codes.ioError:
    case codes.readOnly:
    case codes.cannotOpen:
      return unavailable(
        'The lake’s disk could not be read or written: it may be full, over a quota or failing. Nothing was written.',
        options,
      )
    default:
      return undefined
  }
}

function sqliteCodeOf(error: unknown): number | undefined {
  const hasCode = typeof error === 'object' && error !== null && 'errcode' in error
  // An extended code carries its primary one in the lowest byte.
  return hasCode && typeof error.errcode === 'number' ? error.errcode & 0xff : undefined
}

function unavailable(message: string, options: ErrorOptions): HttpError {
  return new HttpError(503, 'Service Unavailable', message, {}, options)
}
