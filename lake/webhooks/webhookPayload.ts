import type { LakeContext } from '../context.ts'
import type { WebhookChange } from '../store/webhookChanges.ts'
import type { Webhook } from '../store/webhooks.ts'
import { isCheapDelta } from './deltaExpression.ts'
import { evaluateDelta } from './evaluateDelta.ts'
import type { DeltaProcess } from './openDeltaProcess.ts'

type Rule = Pick<
  Webhook,
  'dataset' | 'triggers' | 'includeDrafts' | 'includeAllVersions' | 'filter' | 'projection'
>

/**
 * The body that a webhook sends about a change, as JSON text; `undefined` when the change does not concern
 * it. Expensive expressions are left to a process of their own.
 *
 * @throws Error in words when filter or projection cannot be evaluated
 */
export async function webhookPayload(
  rule: Rule,
  change: WebhookChange,
  context: Pick<LakeContext, 'database' | 'projectId' | 'publicUrl' | 'now'>,
  deltas: Pick<DeltaProcess, 'evaluate'>,
): Promise<string | undefined> {
  const { filter, projection } = rule
  const { dataset, before, after } = change
  if (rule.dataset !== '*' && rule.dataset !== dataset) return undefined
  if (!rule.triggers.includes(change.operation) || !isOffered(change.documentId, rule)) return undefined
  const followsPrivate = rule.includeDrafts || rule.includeAllVersions
  const task = { filter, projection, dataset, before, after, followsPrivate, now: context.now() }
  const isCheap = [filter, projection].every((expression) => !expression || isCheapDelta(expression))
  return isCheap ? evaluateDelta(task, context) : deltas.evaluate(task)
}

/**
 * Drafts and versions change with every keystroke and are told only where they were asked for, other ids
 * with a dot where either was; the system's own documents are nobody's content.
 */
function isOffered(id: string, { includeDrafts, includeAllVersions }: Rule): boolean {
  if (id.startsWith('_.')) return false
  if (!id.includes('.')) return true
  if (id.startsWith('drafts.')) return includeDrafts
  if (id.startsWith('versions.')) return includeAllVersions
  return includeDrafts || includeAllVersions
}
