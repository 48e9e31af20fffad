import type { Context, Hono } from 'hono'
import { z } from 'zod'
import { requireAdministrator } from '../../auth/require.ts'
import type { LakeContext, LakeRequest } from '../../context.ts'
import { HttpError } from '../../http/errors.ts'
import { readBody } from '../../http/readBody.ts'
import { listDeliveries } from '../../store/deliveries.ts'
import { findAttempt, listAttempts } from '../../store/deliveryAttempts.ts'
import { deleteWebhook, listWebhooks, type Webhook } from '../../store/webhooks.ts'
import { describeAttempt, describeMessage, describeWebhook } from '../../webhooks/describeWebhook.ts'
import {
  addWebhook,
  changeWebhook,
  requireWebhook,
  resendMessage,
  switchWebhook,
} from '../../webhooks/manageWebhooks.ts'
import { toChoices, toFields, webhookFields } from '../../webhooks/webhookFields.ts'

const anything = z.record(z.string(), z.unknown(), 'The body is an object of fields.')
const page = z.object({
  limit: z.coerce.number().int().min(1).max(1000).catch(100),
  offset: z.coerce.number().int().min(0).catch(0),
})

/** Webhooks and the log of their messages and attempts, as the Webhooks API has them. Administrators only. */
export function hookRoutes(app: Hono<LakeRequest>, context: LakeContext): void {
  const { database, projectId } = context
  const all = '/hooks/projects/:project'
  const one = `${all}/:hook` as const

  app.use('/hooks/*', async (c, next) => {
    requireAdministrator(c.get('identity'), 'manage webhooks')
    await next()
  })

  app.get(all, (c) => c.json(listWebhooks(database).map((webhook) => describeWebhook(webhook, projectId))))
  app.post(all, async (c) => {
    const fields = await readBody(c, webhookFields)
    const { id: createdBy } = c.get('identity')
    const made = addWebhook(context, toChoices(fields), { createdBy, enabled: !fields.isDisabledByUser })
    return c.json(describeWebhook(made, projectId), 201)
  })
  app.get(`${all}/attempts/:attempt`, (c) => {
    const attempt = findAttempt(database, c.req.param('attempt'))
    if (!attempt) throw new HttpError(404, 'Not Found', `There is no attempt "${c.req.param('attempt')}".`)
    return c.json(describeAttempt(attempt, projectId))
  })

  app.get(one, (c) => c.json(describeWebhook(hookOf(c), projectId)))
  app.on(['PATCH', 'PUT'], one, async (c) => {
    const webhook = hookOf(c)
    const fields = parseChange(webhook, await readBody(c, anything))
    changeWebhook(context, webhook, toChoices(fields))
    switchWebhook(context, webhook, !fields.isDisabledByUser)
    return c.json(describeWebhook(hookOf(c), projectId))
  })
  app.delete(one, (c) => {
    const { id } = hookOf(c)
    deleteWebhook(database, id)
    context.bus.emit('webhooks')
    return c.json({ id, deleted: true })
  })
  for (const messages of [`${one}/messages`, '/hooks/:hook/messages'] as const) {
    app.get(messages, (c) => {
      const { limit, offset } = page.parse(c.req.query())
      const found = listDeliveries(database, hookOf(c).id, limit, offset)
      return c.json(found.map((delivery) => describeMessage(delivery, projectId)))
    })
  }
  app.post(`${one}/messages/:message/resend`, (c) =>
    c.json(describeMessage(resendMessage(context, hookOf(c), c.req.param('message')), projectId), 202),
  )
  app.get(`${one}/attempts`, (c) => {
    const { limit, offset } = page.parse(c.req.query())
    const found = listAttempts(database, hookOf(c).id, limit, offset)
    return c.json(found.map((attempt) => describeAttempt(attempt, projectId)))
  })

  function hookOf(c: Context<LakeRequest>): Webhook {
    return requireWebhook(context, c.req.param('hook') ?? '')
  }
}

/** The webhook's fields with those that were sent in their place; of the rule, too, only what was named. */
function parseChange(webhook: Webhook, sent: Record<string, unknown>) {
  const known = toFields(webhook)
  const rule = typeof sent.rule === 'object' ? { ...known.rule, ...sent.rule } : known.rule
  const parsed = webhookFields.safeParse({ ...known, ...sent, rule })
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new HttpError(400, 'Bad Request', `"${issue?.path.join('.')}": ${issue?.message}`)
}
