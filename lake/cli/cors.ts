import { corsOriginRule, parseCorsOrigin } from '../auth/corsOrigin.ts'
import { deleteCorsOrigin, listCorsOrigins, putCorsOrigin } from '../store/corsOrigins.ts'
import { type Command, CommandError, type Given, printTable, requireWord, UsageError } from './command.ts'

export const corsCommands: readonly Command[] = [
  {
    name: 'cors add',
    usage: 'ORIGIN [--credentials]',
    help: 'let pages of an origin use the lake; --credentials lets a Studio log in from there',
    options: { credentials: { type: 'boolean' } },
    run: (input) => {
      const origin = requireOrigin(input)
      const createdAt = new Date(input.context.now()).toISOString()
      putCorsOrigin(input.context.database, {
        origin,
        allowCredentials: input.options.credentials === true,
        createdAt,
      })
      input.print(`Pages of ${origin} may use the lake.`)
    },
  },
  {
    name: 'cors list',
    usage: '',
    help: 'list the origins that were added; the lake and the site themselves always may',
    run: ({ context, print }) => {
      const rows = listCorsOrigins(context.database).map(({ origin, allowCredentials }) => [
        origin,
        allowCredentials ? 'with credentials' : '',
      ])
      printTable(print, [['ORIGIN', ''], ...rows])
    },
  },
  {
    name: 'cors delete',
    usage: 'ORIGIN',
    help: 'take an origin back',
    run: (input) => {
      const origin = requireOrigin(input)
      if (!deleteCorsOrigin(input.context.database, origin))
        throw new CommandError(`${origin} was not added.`)
      input.print(`Pages of ${origin} may not use the lake any more.`)
    },
  },
]

/** @throws UsageError */
function requireOrigin(given: Given): string {
  const text = requireWord(given, 'origin, such as https://studio.example.org')
  const origin = parseCorsOrigin(text)
  if (origin) return origin
  throw new UsageError(`"${text}" is not an origin. ${corsOriginRule}`)
}
