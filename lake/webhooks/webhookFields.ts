import { z } from 'zod'
import { datasetName } from '../datasets/datasetName.ts'
import { httpMethod, operation, type Webhook, type WebhookChoices } from '../store/webhooks.ts'
import { parseDelta } from './deltaExpression.ts'

/** Headers that the lake or the connection sets, so that nobody can forge where a message came from. */
const ownHeaders =
  /^(?:sanity-.*|idempotency-key|content-length|content-type|host|connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|expect)$/
const headerName = /^[!#$%&'*+.^_`|~0-9a-z-]+$/

/** Only administrators choose addresses, and they may be of this machine or its network: the portal is. */
export const webhookUrl = z.url({
  protocol: /^https?$/,
  error: 'A webhook goes to an address such as https://example.org/hook.',
})

const groq = z
  .string()
  // Parsing takes more than twice as long for twice the length, and it happens in the process that serves.
  .max(3_000, 'Longer than 3,000 characters.')
  .superRefine((expression, check) => {
    try {
      if (expression.trim() !== '') parseDelta(expression)
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      check.addIssue({ code: 'custom', message: `Not GROQ that a webhook can use: ${why}` })
    }
  })

const headers = z.record(z.string(), z.string().max(4_096)).superRefine((given, check) => {
  if (Object.keys(given).length > 50) check.addIssue({ code: 'custom', message: 'More than 50 headers.' })
  for (const [name, value] of Object.entries(given)) {
    const lower = name.toLowerCase()
    if (!headerName.test(lower) || /[^\t\x20-\x7e]/.test(value)) {
      check.addIssue({ code: 'custom', message: `"${name}" is no header that can be sent.` })
    } else if (ownHeaders.test(lower)) {
      check.addIssue({ code: 'custom', message: `The header "${name}" is the lake's own.` })
    }
  }
})

const rule = z.object({
  on: z.array(operation).min(1, 'Say on which of create, update and delete.'),
  filter: groq.nullish(),
  projection: groq.nullish(),
})

/** A webhook's fields as the hosted service's Webhooks API takes them. */
export const webhookFields = z.object({
  type: z.literal('document', 'This lake has webhooks of the type "document" only.').default('document'),
  name: z.string('A webhook needs a name.').trim().min(1, 'A webhook needs a name.').max(200),
  description: z.string().max(1024).nullish(),
  url: webhookUrl,
  dataset: z.union([z.literal('*'), datasetName], 'Name a dataset, or * for all.'),
  rule: rule.default({ on: ['create', 'update', 'delete'] }),
  httpMethod: httpMethod.default('POST'),
  headers: headers.nullish(),
  apiVersion: z
    .string()
    .regex(/^v(?:\d{4}-\d{2}-\d{2}|1|X)$/, 'An API version, such as v2025-02-19.')
    .default('v2025-02-19'),
  includeDrafts: z.boolean().default(false),
  includeAllVersions: z.boolean().default(false),
  secret: z.string().max(1024).nullish(),
  isDisabledByUser: z.boolean().default(false),
})

export type WebhookFields = z.output<typeof webhookFields>

export function toChoices(fields: WebhookFields): WebhookChoices {
  const { name, url, dataset, httpMethod, apiVersion, includeDrafts, includeAllVersions } = fields
  const lowered = Object.entries(fields.headers ?? {}).map(([key, value]) => [key.toLowerCase(), value])
  return {
    name,
    url,
    dataset,
    httpMethod,
    apiVersion,
    includeDrafts,
    includeAllVersions,
    description: fields.description || undefined,
    headers: Object.fromEntries(lowered),
    secret: fields.secret || undefined,
    filter: fields.rule.filter?.trim() || undefined,
    projection: fields.rule.projection?.trim() || undefined,
    triggers: [...new Set(fields.rule.on)],
  }
}

/** The fields of a webhook as it is, for a change that names only some of them. */
export function toFields(webhook: Webhook): z.input<typeof webhookFields> {
  const { name, url, dataset, httpMethod, headers, apiVersion, includeDrafts, includeAllVersions } = webhook
  return {
    name,
    url,
    dataset,
    httpMethod,
    headers,
    apiVersion,
    includeDrafts,
    includeAllVersions,
    description: webhook.description ?? null,
    secret: webhook.secret ?? null,
    rule: {
      on: webhook.triggers,
      filter: webhook.filter ?? null,
      projection: webhook.projection ?? null,
    },
    isDisabledByUser: !webhook.enabled,
  }
}
