import { issueToken } from '../auth/issueToken.ts'
import { deleteToken, listTokens } from '../store/tokens.ts'
import { role } from '../store/users.ts'
import {
  type Command,
  CommandError,
  type Given,
  optionOf,
  printTable,
  requireOption,
  requireWord,
} from './command.ts'

const text = { type: 'string' } as const

export const tokenCommands: readonly Command[] = [
  {
    name: 'token create',
    usage: '--role administrator|editor|developer|contributor|viewer [--name NAME]',
    help: 'make a token for a programme; it stands alone on the last line and is shown once',
    options: { role: text, name: text },
    run: (input) => {
      const asked = requireRole(input)
      const name = optionOf(input, 'name') ?? `${asked} token`
      input.print(issueToken(input.context, { name, role: asked }))
    },
  },
  {
    name: 'token list',
    usage: '',
    help: 'list tokens: id, role, name, day',
    run: ({ context, print }) => {
      const rows = listTokens(context.database).map((token) => [
        token.id,
        token.role,
        token.name,
        token.createdAt.slice(0, 10),
      ])
      printTable(print, [['ID', 'ROLE', 'NAME', 'MADE'], ...rows])
    },
  },
  {
    name: 'token delete',
    usage: 'ID',
    help: 'end a token; a running lake notices at once',
    run: (input) => {
      const id = requireWord(input, 'token: npm run lake -- token list shows their ids')
      if (!deleteToken(input.context.database, id)) throw new CommandError(`There is no token "${id}".`)
      input.print(`Token ${id} has ended.`)
    },
  },
]

/** @throws CommandError */
export function requireRole(given: Given) {
  const parsed = role.safeParse(requireOption(given, 'role'))
  if (parsed.success) return parsed.data
  throw new CommandError(`--role is one of ${role.options.join(', ')}.`)
}
