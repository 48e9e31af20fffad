import { evaluate, parse } from 'groq-js'
import type { DocumentChange } from '../context.ts'
import { toOutward } from '../store/outward.ts'
import type { Operation, Webhook } from '../store/webhooks.ts'

const operations = { appear: 'create', update: 'update', disappear: 'delete' } as const

export function operationOf(change: Pick<DocumentChange, 'transition'>): Operation {
  return operations[change.transition]
}

/**
 * The body that a webhook sends about a change, as JSON text; `undefined` when the change does not concern
 * it. Filter and projection see the document afterwards (before, for a deletion) and both states.
 */
export async function webhookPayload(
  webhook: Pick<Webhook, 'dataset' | 'triggers' | 'includeDrafts' | 'filter' | 'projection'>,
  change: DocumentChange,
  publicUrl: string,
): Promise<string | undefined> {
  if (change.dataset !== webhook.dataset || !webhook.triggers.includes(operationOf(change))) return undefined
  if (!isOffered(change.documentId, webhook.includeDrafts)) return undefined
  const before = toOutward(change.before, publicUrl)
  const after = toOutward(change.after, publicUrl)
  const ask = async (expression: string): Promise<unknown> => {
    const result = await evaluate(parseDelta(expression), { root: after ?? before, before, after })
    return result.get()
  }
  if (webhook.filter && (await ask(webhook.filter)) !== true) return undefined
  const body = webhook.projection ? await ask(webhook.projection) : (after ?? before)
  return JSON.stringify(body ?? null)
}

/** @throws when the expression is no GROQ that a webhook can use */
export function parseDelta(expression: string) {
  return parse(expression, { mode: 'delta' })
}

/** Drafts and versions change with every keystroke; the system's own documents are nobody's content. */
function isOffered(id: string, includeDrafts: boolean): boolean {
  if (id.startsWith('_.')) return false
  return includeDrafts || !id.includes('.')
}
