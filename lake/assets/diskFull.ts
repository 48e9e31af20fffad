import { codeOf } from '../errorCode.ts'
import { HttpError } from '../http/errors.ts'

/** A full disk, a quota that is used up, and a file larger than this process may write. */
const codes = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

export function isDiskFull(error: unknown): boolean {
  return codes.has(codeOf(error) ?? '')
}

/** The error as the caller is told of it: 507 for a full disk, everything else as it was. */
export function withDiskFull(error: unknown): unknown {
  if (!isDiskFull(error)) return error
  return new HttpError(
    507,
    'Insufficient Storage',
    "The lake's disk is full: nothing was stored. Free some space and try again.",
    {},
    { cause: error },
  )
}
