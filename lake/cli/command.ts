import type { LakeContext } from '../context.ts'
import type { LakeSettings } from '../settings.ts'

/** A command line that cannot be carried out as it stands; the message is one sentence for whoever typed it. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
}

/** The words after the command's name, taken apart. */
export interface Given {
  words: string[]
  options: Record<string, string | boolean | undefined>
}

export interface CommandInput extends Given {
  context: LakeContext
  settings: LakeSettings
  print: (line: string) => void
}

/** One command: its name as typed, its options, a line of help and its work. */
export interface Command {
  name: string
  usage: string
  help: string
  options?: Record<string, { type: 'string' | 'boolean' }>
  run: (input: CommandInput) => Promise<void> | void
}

/** @throws CommandError when the option was not given */
export function requireOption({ options }: Given, name: string): string {
  const value = options[name]
  if (typeof value === 'string' && value !== '') return value
  throw new CommandError(`--${name} is missing.`)
}

export function optionOf({ options }: Given, name: string): string | undefined {
  const value = options[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The one word a command is about. @throws CommandError when it was not given */
export function requireWord({ words }: Given, what: string): string {
  const [word] = words
  if (word !== undefined) return word
  throw new CommandError(`Say which ${what}.`)
}

/** Columns of equal width, for people; nothing parses it. */
export function printTable(print: (line: string) => void, rows: readonly (readonly string[])[]): void {
  const widths = rows.reduce<number[]>(
    (known, row) => row.map((cell, column) => Math.max(known[column] ?? 0, cell.length)),
    [],
  )
  for (const row of rows)
    print(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
}
