import { isDiskFull } from '../assets/diskFull.ts'
import { codeOf, messageOf, pathOf } from '../errorCode.ts'

/** A backup or a restore that cannot be carried out; the message is for whoever typed the command. */
export class BackupError extends Error {
  override readonly name = 'BackupError'
}

/** A disk that is full or may not be written, in words that say what became of the rest; everything else as it was. */
export function inWordsOfBackup(cause: unknown, folder: string, rest: string): unknown {
  if (cause instanceof BackupError) return cause
  const message = messageOf(cause)
  if (isDiskFull(cause) || /database or disk is full/i.test(message)) {
    return new BackupError(`The disk of ${folder} is full. ${rest}`, { cause })
  }
  if (/disk i\/o error/i.test(message)) {
    return new BackupError(`The disk of ${folder} cannot be written: it is full or fails. ${rest}`, { cause })
  }
  const isRefused = ['EACCES', 'EPERM', 'EROFS'].includes(codeOf(cause) ?? '')
  if (isRefused || /readonly|unable to open/i.test(message)) {
    const path = pathOf(cause) ?? folder
    return new BackupError(`${path} may not be read or written by this user. ${rest}`, { cause })
  }
  return cause
}
