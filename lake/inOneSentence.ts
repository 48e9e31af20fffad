import { BackupError } from './backup/backupError.ts'

const plainly: Record<string, string> = {
  ENOSPC: 'The disk is full: free some space and start again.',
  SQLITE_FULL: 'The disk is full: free some space and start again.',
  EACCES:
    'The data folder may not be read or written by this user: correct its rights, or choose another with LAKE_DATA_DIR.',
  EROFS: 'The data folder is on a read-only disk: choose another with LAKE_DATA_DIR.',
}

/** What the operator reads when the lake cannot go on: one sentence, no stack. */
export function inOneSentence(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error instanceof BackupError) return error.message
  const code = 'code' in error ? String(error.code) : ''
  if (/unable to open database|readonly database/i.test(error.message)) return plainly.EACCES ?? error.message
  if (/database or disk is full/i.test(error.message)) return plainly.ENOSPC ?? error.message
  if (/malformed|not a database/i.test(error.message)) {
    return 'The database in the data folder is damaged: restore a backup of the folder, or choose another with LAKE_DATA_DIR.'
  }
  if (code.startsWith('ERR_PARSE_ARGS')) return `${error.message.split('. ')[0]}.`
  return plainly[code] ?? error.message
}
