import { type Delivery, listDeliveries } from '../store/deliveries.ts'
import { listAttempts } from '../store/deliveryAttempts.ts'
import { resendMessage } from '../webhooks/manageWebhooks.ts'
import {
  type Command,
  CommandError,
  type CommandInput,
  inItsWords,
  optionOf,
  printTable,
  UsageError,
} from './command.ts'
import { requireWebhook } from './requireWebhook.ts'

const text = { type: 'string' } as const
const usuallyShown = 50
const mostShown = 10_000

/** What became of a webhook's messages. */
export const webhookLogCommands: readonly Command[] = [
  {
    name: 'webhook deliveries',
    usage: 'NAME [--limit N]',
    help: 'show its last 50 messages: id, time, what happened to which document, state, attempts, answer',
    options: { limit: text },
    run: (input) => {
      const webhook = requireWebhook(input.context, input)
      const rows = listDeliveries(input.context.database, webhook.id, limitOf(input)).map((delivery) => [
        delivery.id,
        delivery.createdAt,
        `${delivery.operation} ${delivery.documentId}`,
        delivery.status,
        String(delivery.attempts),
        answerTo(delivery),
      ])
      printTable(input.print, [['ID', 'TIME', 'CHANGE', 'STATE', 'ATTEMPTS', 'ANSWER'], ...rows])
    },
  },
  {
    name: 'webhook attempts',
    usage: 'NAME [--limit N]',
    help: 'show the last 50 times that it was sent: message, time, milliseconds, status, what the receiver said',
    options: { limit: text },
    run: (input) => {
      const webhook = requireWebhook(input.context, input)
      const rows = listAttempts(input.context.database, webhook.id, limitOf(input)).map((attempt) => [
        attempt.deliveryId,
        attempt.createdAt,
        String(attempt.duration),
        String(attempt.responseStatus ?? attempt.failureReason ?? ''),
        (attempt.responseBody || attempt.failure || '').replace(/\s+/g, ' ').slice(0, 100),
      ])
      printTable(input.print, [['MESSAGE', 'TIME', 'MS', 'STATUS', 'SAID'], ...rows])
    },
  },
  {
    name: 'webhook resend',
    usage: 'NAME ID | NAME --failed',
    help: 'send a message, or all that were given up, once more with the same idempotency-key',
    options: { failed: { type: 'boolean' } },
    run: (input) => {
      const webhook = requireWebhook(input.context, input)
      const ids = idsToSend(input, webhook.id)
      for (const id of ids) inItsWords(() => resendMessage(input.context, webhook, id))
      input.print(`${ids.length} ${ids.length === 1 ? 'message waits' : 'messages wait'} to be sent again.`)
    },
  },
]

function idsToSend(input: CommandInput, webhookId: string): string[] {
  const [, id] = input.words
  if (id !== undefined) return [id]
  if (input.options.failed !== true)
    throw new UsageError('Say which message, or --failed for all that failed.')
  const failed = listDeliveries(input.context.database, webhookId, mostShown).filter(
    ({ status }) => status === 'failed',
  )
  if (failed.length === 0) throw new CommandError('No message was given up.')
  // The oldest first: nothing about a document overtakes what came before it.
  return failed.map((delivery) => delivery.id).toReversed()
}

function answerTo({ failure, responseStatus }: Delivery): string {
  return failure ?? (responseStatus === undefined ? '' : String(responseStatus))
}

function limitOf(input: CommandInput): number {
  const limit = Number(optionOf(input, 'limit') ?? usuallyShown)
  if (Number.isInteger(limit) && limit >= 1 && limit <= mostShown) return limit
  throw new UsageError(`--limit is a number from 1 to ${mostShown}.`)
}
