import { parseArgs } from 'node:util'
import { backupCommand } from './cli/backup.ts'
import { type Command, optionOf, UsageError } from './cli/command.ts'
import { corsCommands } from './cli/cors.ts'
import { datasetCommands } from './cli/datasets.ts'
import { printHelp } from './cli/help.ts'
import { restoreCommand } from './cli/restore.ts'
import { tokenCommands } from './cli/tokens.ts'
import { userCommands } from './cli/users.ts'
import { webhookCommands } from './cli/webhooks.ts'
import type { LakeContext } from './context.ts'
import { inOneSentence } from './inOneSentence.ts'
import { openLakeData } from './openLakeData.ts'
import { parseSettings } from './settings.ts'
import { setupLake } from './setupLake.ts'

const setup: Command = {
  name: 'setup',
  usage: '[--webhook-url URL]',
  help: 'make dataset, administrator, tokens and the portal’s webhook where they are missing; prints JSON',
  options: { 'webhook-url': { type: 'string' } },
  run: async (input) => {
    const { dataset } = input.settings
    const made = await setupLake(input.context, { dataset, webhookUrl: optionOf(input, 'webhook-url') })
    input.print(JSON.stringify(made))
  },
}

const commands: readonly Command[] = [
  setup,
  ...tokenCommands,
  ...userCommands,
  ...corsCommands,
  ...webhookCommands,
  ...datasetCommands,
  backupCommand,
  restoreCommand,
]

/** `help token` and `token --help` are about tokens; neither word alone is about anything. */
function helpAbout(args: readonly string[]): string | undefined {
  const about = args.find((word) => word !== 'help' && !word.startsWith('-'))
  return commands.some(({ name }) => name.split(' ')[0] === about) ? about : undefined
}

function isMisunderstood(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return error instanceof UsageError || code.startsWith('ERR_PARSE_ARGS')
}

/** Carries out one command line. @throws CommandError and others whose message is meant for the caller */
async function runCommand(args: string[], print: (line: string) => void): Promise<void> {
  const [first, second] = args
  if (first === undefined || first === 'help' || args.includes('--help'))
    return printHelp(commands, print, helpAbout(args))
  const settings = parseSettings(process.env)
  if (first === 'serve') {
    // Loaded only here: everything else is about the database and should answer at once.
    const { runLake } = await import('./main.ts')
    return runLake(settings)
  }
  const command = commands.find(({ name }) => name === first || name === `${first} ${second}`)
  if (!command)
    throw new UsageError(`There is no command "${args.join(' ')}": npm run lake -- help lists them.`)

  const { values, positionals } = parseArgs({
    args: args.slice(command.name.split(' ').length),
    options: command.options ?? {},
    allowPositionals: true,
  })
  // Opened when a command asks for it: a backup must not migrate what it copies, nor a restore make a folder.
  let opened: LakeContext | undefined
  const open = () => {
    opened ??= openLakeData({ ...settings, logLevel: 'silent' })
    return opened
  }
  const given = { settings, print, words: positionals, options: { ...values } }
  try {
    await command.run({
      ...given,
      get context() {
        return open()
      },
    })
  } finally {
    opened?.database.close()
  }
}

// Whoever reads only the first lines of a list has closed the pipe: that is no failure.
process.stdout.on('error', () => process.exit(0))
process.umask(0o077)
try {
  await runCommand(process.argv.slice(2), (line) => process.stdout.write(`${line}\n`))
} catch (error) {
  process.stderr.write(`${inOneSentence(error)}\n`)
  process.exitCode = isMisunderstood(error) ? 2 : 1
}
