import type { Command } from './command.ts'

const heads: Record<string, string> = {
  token: 'Tokens of programmes',
  user: 'Accounts of people',
  cors: 'Pages of other origins',
  webhook: 'Webhooks',
  dataset: 'Datasets',
  backup: 'Backup',
}

/** All commands, or those that begin with one word, each with what it does. */
export function printHelp(
  commands: readonly Command[],
  print: (line: string) => void,
  about?: string | undefined,
): void {
  const chosen = commands.filter(({ name }) => about === undefined || name.split(' ')[0] === about)
  print('npm run lake -- COMMAND          works while the lake runs and while it does not')
  if (about === undefined) {
    print('')
    print('  serve')
    print('      run the lake in this terminal')
  }
  let group: string | undefined
  for (const { name, usage, help } of chosen) {
    const [first = ''] = name.split(' ')
    const head = heads[first]
    if (head !== undefined && first !== group) {
      print('')
      print(head)
    }
    group = first
    print(`  ${name} ${usage}`.trimEnd())
    print(`      ${help}`)
  }
  print('')
  print('Exit codes: 0 done, 1 it could not be done, 2 the command was not understood.')
  print('LAKE_DATA_DIR, LAKE_PORT and the other variables are in lake/README.md.')
}
