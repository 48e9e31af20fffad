/** Something that whoever ran the command can mend: printed as one sentence, without a stack. */
export class ClearError extends Error {
  name = 'ClearError'
}

const systemSentences = {
  ENOSPC: 'The disk is full: free some space and run the command again.',
  EDQUOT: 'The disk quota is used up: free some space and run the command again.',
  EROFS: 'The disk is read-only: Meridian needs to write to its own folder.',
  EMFILE: 'Too many files are open: raise the limit (ulimit -n) and run the command again.',
}

/** The sentence for `error`, or undefined when it is a fault of ours and deserves its stack. */
export function toSentence(error) {
  if (error instanceof ClearError) return error.message
  if (error?.code === 'EACCES' || error?.code === 'EPERM') {
    return `Meridian may not write to ${error.path ?? 'its folder'}: check the owner of the folder.`
  }
  return systemSentences[error?.code] ?? (isFullDisk(error?.message) ? systemSentences.ENOSPC : undefined)
}

/** Whether a tool's output says that the disk is full, in any of the words that npm, Next and SQLite use. */
export function isFullDisk(output) {
  return /ENOSPC|no space left on device|database or disk is full/i.test(output ?? '')
}

/** Prints what went wrong and ends the process with exit code 1. */
export function endWith(error) {
  const sentence = toSentence(error)
  process.stderr.write(`${sentence ?? error?.stack ?? error}\n`)
  process.exit(1)
}
