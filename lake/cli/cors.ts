import { deleteCorsOrigin, listCorsOrigins, putCorsOrigin } from '../store/corsOrigins.ts'
import { type Command, CommandError, type Given, printTable, requireWord } from './command.ts'

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

/** Scheme, host and port exactly: wildcards would let strangers in. */
function requireOrigin(given: Given): string {
  const text = requireWord(given, 'origin, such as https://studio.example.org')
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (
    !url ||
    !/^https?:$/.test(url.protocol) ||
    url.hostname.includes('*') ||
    url.pathname !== '/' ||
    url.search
  ) {
    throw new CommandError(`"${text}" is not an origin such as https://studio.example.org.`)
  }
  return url.origin
}
