import { z } from 'zod'
import { newToken } from '../auth/secrets.ts'
import type { LakeContext } from '../context.ts'
import { lastSeq } from '../store/changes.ts'
import { listDeliveries } from '../store/deliveries.ts'
import {
  deleteWebhook,
  findWebhook,
  findWebhookByName,
  insertWebhook,
  listWebhooks,
  operation,
  type Webhook,
} from '../store/webhooks.ts'
import { parseDelta } from '../webhooks/deltaExpression.ts'
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
const shownDeliveries = 50

export const webhookCommands: readonly Command[] = [
  {
    name: 'webhook create',
    usage:
      '--name NAME --url URL [--filter GROQ] [--projection GROQ] [--on create,update,delete] [--drafts] [--secret S] [--dataset D]',
    help: 'tell an address of changes from now on; the secret that signs them is printed',
    options: {
      name: text,
      url: text,
      filter: text,
      projection: text,
      on: text,
      secret: text,
      dataset: text,
      drafts: { type: 'boolean' },
    },
    run: (input) => {
      const { database } = input.context
      const name = requireOption(input, 'name')
      if (findWebhookByName(database, name)) throw new CommandError(`There is a webhook "${name}" already.`)
      const secret = optionOf(input, 'secret') ?? newToken()
      insertWebhook(database, {
        id: input.context.newId(),
        name,
        dataset: optionOf(input, 'dataset') ?? input.settings.dataset,
        url: requireUrl(input),
        secret,
        filter: requireGroq(input, 'filter'),
        projection: requireGroq(input, 'projection'),
        triggers: requireTriggers(input),
        includeDrafts: input.options.drafts === true,
        createdAt: new Date(input.context.now()).toISOString(),
        cursor: lastSeq(database),
      })
      input.print(`Webhook "${name}" is set up. Its secret:`)
      input.print(secret)
    },
  },
  {
    name: 'webhook list',
    usage: '',
    help: 'list webhooks: name, operations, address',
    run: ({ context, print }) => {
      const rows = listWebhooks(context.database).map((webhook) => [
        webhook.name,
        webhook.triggers.join(','),
        webhook.url,
      ])
      printTable(print, [['NAME', 'ON', 'ADDRESS'], ...rows])
    },
  },
  {
    name: 'webhook delete',
    usage: 'NAME',
    help: 'end a webhook and forget its deliveries',
    run: (input) => {
      const webhook = requireWebhook(input.context, input)
      deleteWebhook(input.context.database, webhook.id)
      input.print(`Webhook "${webhook.name}" has ended.`)
    },
  },
  {
    name: 'webhook deliveries',
    usage: 'NAME',
    help: `show its last ${shownDeliveries} messages: time, state, attempts, what the receiver said`,
    run: (input) => {
      const webhook = requireWebhook(input.context, input)
      const rows = listDeliveries(input.context.database, webhook.id, shownDeliveries).map((delivery) => [
        delivery.createdAt,
        delivery.status,
        String(delivery.attempts),
        delivery.failure ?? (delivery.responseStatus === undefined ? '' : String(delivery.responseStatus)),
      ])
      printTable(input.print, [['TIME', 'STATE', 'ATTEMPTS', 'ANSWER'], ...rows])
    },
  },
]

function requireWebhook(context: LakeContext, given: Given): Webhook {
  const name = requireWord(given, 'webhook: npm run lake -- webhook list shows their names')
  const webhook = findWebhookByName(context.database, name) ?? findWebhook(context.database, name)
  if (!webhook) throw new CommandError(`There is no webhook "${name}".`)
  return webhook
}

function requireUrl(given: Given): string {
  const url = requireOption(given, 'url')
  if (!z.url({ protocol: /^https?$/ }).safeParse(url).success)
    throw new CommandError(`"${url}" is not an address.`)
  return url
}

function requireGroq(given: Given, name: 'filter' | 'projection'): string | undefined {
  const expression = optionOf(given, name)
  if (expression === undefined) return undefined
  try {
    parseDelta(expression)
    return expression
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new CommandError(`--${name} is not GROQ that a webhook can use: ${why}`)
  }
}

function requireTriggers(given: Given) {
  const asked = z
    .array(operation)
    .min(1)
    .safeParse((optionOf(given, 'on') ?? operation.options.join()).split(','))
  if (!asked.success)
    throw new CommandError('--on lists some of create, update and delete, separated by commas.')
  return asked.data
}
