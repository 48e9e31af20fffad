import { createAccount } from './auth/accounts.ts'
import { issueToken } from './auth/issueToken.ts'
import { hashToken, newToken } from './auth/secrets.ts'
import type { LakeContext, Role } from './context.ts'
import { type LakeSecrets, readSecrets, writeSecrets } from './secretsFile.ts'
import { lastSeq } from './store/changes.ts'
import { ensureDataset } from './store/datasets.ts'
import { deleteToken, findToken, listTokens } from './store/tokens.ts'
import { findUserByEmail } from './store/users.ts'
import { findWebhookByName, insertWebhook, redirectWebhook } from './store/webhooks.ts'

export interface LakeSetup extends LakeSecrets {
  /** Whether this call made the administrator: then the password is news. */
  firstRun: boolean
}

const adminEmail = 'editor@meridian.localhost'
const webhookName = 'Portal: fresh on publish'

/**
 * Makes what a newsroom needs to begin: dataset, administrator, tokens for portal and worker, the webhook
 * that tells the portal what was published. Called again it changes nothing but the webhook's address.
 *
 * @param options.webhookUrl without it no webhook is made yet: a lake that is about to be filled would tell
 * the portal of every document, one by one, and the first real publish would wait behind them
 */
export async function setupLake(
  context: LakeContext,
  { dataset, webhookUrl }: { dataset: string; webhookUrl: string | undefined },
): Promise<LakeSetup> {
  const { database, dataDir } = context
  ensureDataset(database, dataset, 'public', new Date(context.now()).toISOString())
  const known = readSecrets(dataDir)
  const firstRun = findUserByEmail(database, adminEmail) === undefined
  const adminPassword = firstRun
    ? await createAdministrator(context, known?.adminPassword)
    : known?.adminPassword
  const secrets: LakeSecrets = {
    adminEmail,
    ...(adminPassword === undefined ? {} : { adminPassword }),
    readToken: ensureToken(context, known?.readToken, 'Portal', 'viewer'),
    writeToken: ensureToken(context, known?.writeToken, 'Worker', 'editor'),
    webhookSecret: known?.webhookSecret ?? newToken(),
  }
  if (webhookUrl !== undefined) ensureWebhook(context, dataset, webhookUrl, secrets.webhookSecret)
  writeSecrets(dataDir, secrets)
  return { firstRun, ...secrets }
}

async function createAdministrator(context: LakeContext, password: string | undefined): Promise<string> {
  const made = await createAccount(context, {
    email: adminEmail,
    name: 'Editor',
    role: 'administrator',
    ...(password === undefined ? {} : { password }),
  })
  return made.password
}

/** A token that is known and works stays; one that is lost cannot be read back, so another takes its place. */
function ensureToken(context: LakeContext, known: string | undefined, name: string, role: Role): string {
  if (known && findToken(context.database, hashToken(known))?.role === role) return known
  for (const token of listTokens(context.database))
    if (token.name === name) deleteToken(context.database, token.id)
  return issueToken(context, { name, role })
}

function ensureWebhook(context: LakeContext, dataset: string, url: string, secret: string): void {
  const { database } = context
  const known = findWebhookByName(database, webhookName)
  if (known) {
    if (known.url !== url || known.secret !== secret) redirectWebhook(database, known.id, { url, secret })
    return
  }
  insertWebhook(database, {
    id: context.newId(),
    name: webhookName,
    dataset,
    url,
    secret,
    projection: '{"before": before(), "after": after()}',
    createdAt: new Date(context.now()).toISOString(),
    cursor: lastSeq(database),
  })
}
