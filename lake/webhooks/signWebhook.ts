import { createHmac } from 'node:crypto'

/**
 * The `sanity-webhook-signature` of a body: HMAC-SHA-256 over `<milliseconds>.<body>`, as
 * `@sanity/webhook` verifies it. Made anew for each attempt, because receivers refuse old ones.
 */
export function signWebhook(body: string, secret: string, timestamp: number): string {
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('base64url')
  return `t=${timestamp},v1=${signature}`
}
