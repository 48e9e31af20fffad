import type { LakeContext } from '../context.ts'
import { LakeError } from '../http/errors.ts'
import type { LakeSettings } from '../settings.ts'

/** What was asked for cannot be done; the message is one sentence for whoever typed it. Exit code 1. */
export class CommandError extends Error {
  override readonly name: string = 'CommandError'
}

/** The command line itself cannot be understood. Exit code 2. */
export class UsageError extends CommandError {
  override readonly name = 'UsageError'
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

/** @throws UsageError when the option was not given */
export function requireOption({ options }: Given, name: string): string {
  const value = options[name]
  if (typeof value === 'string' && value !== '') return value
  throw new UsageError(`--${name} is missing.`)
}

export function optionOf({ options }: Given, name: string): string | undefined {
  const value = options[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The one word a command is about. @throws UsageError when it was not given */
export function requireWord({ words }: Given, what: string): string {
  const [word] = words
  if (word !== undefined) return word
  throw new UsageError(`Say which ${what}.`)
}

/** Does what the HTTP side does too; its errors are told in their words. @throws CommandError */
export function inItsWords<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof LakeError && 'message' in error.body) {
      throw new CommandError(String(error.body.message))
    }
    throw error
  }
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
