import { createToken, revokeToken } from '../auth/createToken.ts'
import { listTokens } from '../store/tokens.ts'
import { role } from '../store/users.ts'
import {
  type Command,
  CommandError,
  type CommandInput,
  type Given,
  optionOf,
  printTable,
  requireOption,
  requireWord,
  UsageError,
} from './command.ts'

const text = { type: 'string' } as const

export const tokenCommands: readonly Command[] = [
  {
    name: 'token create',
    usage: '--role administrator|editor|developer|contributor|viewer [--name NAME] [--expires TIME]',
    help: 'make a token for a programme; it stands alone on the last line and is shown once',
    options: { role: text, name: text, expires: text },
    run: (input) => {
      const asked = requireRole(input)
      const name = optionOf(input, 'name') ?? `${asked} token`
      const expiresAt = expiryOf(input)
      input.print(createToken(input.context, { name, role: asked, expiresAt }).secret)
    },
  },
  {
    name: 'token list',
    usage: '',
    help: 'list tokens: id, role, name, day, day of expiry',
    run: ({ context, print }) => {
      const rows = listTokens(context.database).map((token) => [
        token.id,
        token.role,
        token.name,
        token.createdAt.slice(0, 10),
        token.expiresAt?.slice(0, 10) ?? 'never',
      ])
      printTable(print, [['ID', 'ROLE', 'NAME', 'MADE', 'EXPIRES'], ...rows])
    },
  },
  {
    name: 'token delete',
    usage: 'ID',
    help: 'end a token: for requests at once, for open streams of a running lake within seconds',
    run: (input) => {
      const id = requireWord(input, 'token: npm run lake -- token list shows their ids')
      if (!revokeToken(input.context, id)) throw new CommandError(`There is no token "${id}".`)
      input.print(`Token ${id} has ended.`)
    },
  },
]

/** @throws UsageError */
export function requireRole(given: Given) {
  const parsed = role.safeParse(requireOption(given, 'role'))
  if (parsed.success) return parsed.data
  throw new UsageError(`--role is one of ${role.options.join(', ')}.`)
}

function expiryOf(input: CommandInput): string | undefined {
  const given = optionOf(input, 'expires')
  if (given === undefined) return undefined
  const time = Date.parse(given)
  if (!Number.isNaN(time) && time > input.context.now()) return new Date(time).toISOString()
  throw new UsageError(`--expires is a day or time to come, such as 2030-01-31; "${given}" is none.`)
}
