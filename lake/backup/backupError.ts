import { isDiskFull } from '../assets/diskFull.ts'

/** A backup or a restore that cannot be carried out; the message is for whoever typed the command. */
export class BackupError extends Error {
  override readonly name = 'BackupError'
}

/** A disk that is full or may not be written, in words that say what became of the rest; everything else as it was. */
export function inWordsOfBackup(error: unknown, folder: string, rest: string): unknown {
  if (!(error instanceof Error) || error instanceof BackupError) return error
  if (isDiskFull(error) || /database or disk is full/i.test(error.message)) {
    return new BackupError(`The disk of ${folder} is full. ${rest}`, { cause: error })
  }
  const code = 'code' in error ? String(error.code) : ''
  if (['EACCES', 'EPERM', 'EROFS'].includes(code) || /readonly|unable to open/i.test(error.message)) {
    const path = 'path' in error ? String(error.path) : folder
    return new BackupError(`${path} may not be read or written by this user. ${rest}`, { cause: error })
  }
  return error
}
