import { newToken } from '../auth/secrets.ts'
import { countWaiting } from '../store/deliveries.ts'
import { deleteWebhook, listWebhooks, type Webhook } from '../store/webhooks.ts'
import { addWebhook, switchWebhook } from '../webhooks/manageWebhooks.ts'
import { toChoices, webhookFields } from '../webhooks/webhookFields.ts'
import {
  type Command,
  type CommandInput,
  type Given,
  inItsWords,
  optionOf,
  printTable,
  requireOption,
  UsageError,
} from './command.ts'
import { requireWebhook } from './requireWebhook.ts'
import { webhookLogCommands } from './webhookLog.ts'

const text = { type: 'string' } as const

export const webhookCommands: readonly Command[] = [
  {
    name: 'webhook create',
    usage:
      '--name NAME --url URL [--filter GROQ] [--projection GROQ] [--on create,update,delete] [--drafts] [--versions] [--secret S] [--dataset D] [--method M] [--description TEXT]',
    help: 'tell an address of changes from now on (--dataset "*" for all); the secret that signs them is printed',
    options: {
      name: text,
      url: text,
      filter: text,
      projection: text,
      on: text,
      secret: text,
      dataset: text,
      method: text,
      description: text,
      drafts: { type: 'boolean' },
      versions: { type: 'boolean' },
    },
    run: (input) => {
      const secret = optionOf(input, 'secret') ?? newToken()
      const choices = toChoices(readFields(input, secret))
      const { name } = inItsWords(() => addWebhook(input.context, choices))
      input.print(`Webhook "${name}" is set up. Its secret:`)
      input.print(secret)
    },
  },
  {
    name: 'webhook list',
    usage: '',
    help: 'list webhooks: name, dataset, operations, whether it sends, messages that wait, address',
    run: ({ context, print }) => {
      const rows = listWebhooks(context.database).map((webhook) => [
        webhook.name,
        webhook.dataset,
        webhook.triggers.join(','),
        webhook.enabled ? 'on' : 'off',
        String(countWaiting(context.database, webhook.id)),
        webhook.url,
      ])
      printTable(print, [['NAME', 'DATASET', 'ON', 'SENDS', 'WAITING', 'ADDRESS'], ...rows])
    },
  },
  {
    name: 'webhook disable',
    usage: 'NAME',
    help: 'send nothing more; what changes meanwhile will never be told, what waits goes on waiting',
    run: (input) => turn(input, false),
  },
  {
    name: 'webhook enable',
    usage: 'NAME',
    help: 'send what waits, and tell of changes from now on',
    run: (input) => turn(input, true),
  },
  {
    name: 'webhook delete',
    usage: 'NAME',
    help: 'end a webhook and forget its messages',
    run: (input) => {
      const webhook = requireWebhook(input.context, input)
      deleteWebhook(input.context.database, webhook.id)
      input.print(`Webhook "${webhook.name}" has ended.`)
    },
  },
  ...webhookLogCommands,
]

function turn(input: CommandInput, enabled: boolean): void {
  const webhook: Webhook = requireWebhook(input.context, input)
  switchWebhook(input.context, webhook, enabled)
  input.print(`Webhook "${webhook.name}" ${enabled ? 'sends again' : 'sends nothing any more'}.`)
}

/** The same rules as over HTTP, told in the words of the options. @throws UsageError */
function readFields(input: CommandInput, secret: string) {
  const parsed = webhookFields.safeParse({
    name: requireOption(input, 'name'),
    url: requireOption(input, 'url'),
    dataset: optionOf(input, 'dataset') ?? input.settings.dataset,
    description: optionOf(input, 'description'),
    httpMethod: optionOf(input, 'method'),
    rule: {
      on: triggersOf(input),
      filter: optionOf(input, 'filter'),
      projection: optionOf(input, 'projection'),
    },
    includeDrafts: input.options.drafts === true,
    includeAllVersions: input.options.versions === true,
    secret,
  })
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const field = issue?.path.find((part) => part !== 'rule')
  throw new UsageError(`--${field === 'httpMethod' ? 'method' : String(field)}: ${issue?.message}`)
}

function triggersOf(given: Given): string[] {
  return (optionOf(given, 'on') ?? 'create,update,delete').split(',')
}
