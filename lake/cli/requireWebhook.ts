import type { LakeContext } from '../context.ts'
import { findWebhook, findWebhookByName, type Webhook } from '../store/webhooks.ts'
import { CommandError, type Given, requireWord } from './command.ts'

/** The webhook of the name (or id) that was typed. @throws CommandError */
export function requireWebhook({ database }: LakeContext, given: Given): Webhook {
  const name = requireWord(given, 'webhook: npm run lake -- webhook list shows their names')
  const webhook = findWebhookByName(database, name) ?? findWebhook(database, name)
  if (!webhook) throw new CommandError(`There is no webhook "${name}".`)
  return webhook
}
