const partialDate = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

/**
 * Whether `text` is a date as far as it is known: `2023`, `2023-09` or `2023-09-19`, a day that exists in the
 * Gregorian calendar.
 */
export function isPartialDate(text: string): boolean {
  const match = partialDate.exec(text)
  if (!match) return false
  const month = Number(match[2] ?? '1')
  const day = Number(match[3] ?? '1')
  const date = new Date(Date.UTC(2000, month - 1, day))
  date.setUTCFullYear(Number(match[1]), month - 1, day)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** For a Sanity `custom` rule: true, or what to do in the editor's words. An absent date passes. */
export function checkPartialDate(text: string | undefined): true | string {
  if (text === undefined || isPartialDate(text)) return true
  return 'Write the date as far as it is known: 2023, 2023-09 or 2023-09-19.'
}
