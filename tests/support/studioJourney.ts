import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Action } from '@sanity/client'
import type { BrowserContext, Page } from 'playwright-core'
import { root } from '../../scripts/setup/root.mjs'
import { openClient } from './lakeClient.ts'
import { siteUrl } from './pages.ts'
import { getNewsroom } from './sharedNewsroom.ts'
import { waitFor } from './waitFor.ts'

const model = 'article-finland-joins-nato'

/** Publishes an article of a journey's own: a copy of a seeded one, at `/articles/<name>`. */
export async function havePublished(name: string, fields: object = {}): Promise<string> {
  const { _id, _rev, _createdAt, _updatedAt, ...content } = (await openClient().getDocument(model)) ?? {}
  const id = `article-of-${name}`
  await openClient().createOrReplace({
    ...content,
    _id: id,
    _type: 'article',
    slug: { _type: 'slug', current: name },
    relatedPinned: [],
    ...fields,
  })
  await untilShown(pathOf(name), 'Article')
  return id
}

export const pathOf = (name: string) => `/articles/${name}`

/** Changes a published article as an editor does, in a draft that is published. */
export async function publishEdit(id: string, set: Record<string, unknown>): Promise<void> {
  const pair = { draftId: `drafts.${id}`, publishedId: id }
  const edit: Action = { actionType: 'sanity.action.document.edit', ...pair, patch: { set } }
  await openClient().action(edit)
  await openClient().action({ actionType: 'sanity.action.document.publish', ...pair })
}

/** Waits until a page of the site has these words in its HTML. */
export const untilShown = (path: string, words: string, timeoutMs = 30_000) =>
  waitFor(async () => {
    const response = await fetch(siteUrl(path))
    const text = await response.text()
    if (!text.includes(words)) throw new Error(`${path} (${response.status}) does not show “${words}”`)
    return text
  }, timeoutMs)

/** The text field of a form by its name; there when the form is. */
export async function textField(page: Page, name: string) {
  const field = page.getByTestId(`field-${name}`).locator('input, textarea').first()
  await field.waitFor()
  return field
}

/** A second editor's own account. */
export async function haveColleague(): Promise<{ email: string; password: string }> {
  const { dataDir } = getNewsroom()
  const account = { email: 'colleague@meridian.localhost', password: 'a password of the journeys' }
  const { email, password } = account
  const options = ['--email', email, '--password', password, '--role', 'editor', '--name', 'Colleague']
  await promisify(execFile)(process.execPath, ['lake/cli.ts', 'user', 'create', ...options], {
    cwd: root,
    env: { ...process.env, LAKE_DATA_DIR: dataDir },
  })
  return account
}

/**
 * The Studio asks Sanity's own hosts for a script, fonts, its newest version and where to report faults; the lake's
 * content security policy lets none through, and the browser says so.
 */
const elsewhere =
  /Content Security Policy|Failed to fetch version for package|sanity-cdn\.com|intake\/feedback/

/** The Studio's presence speaks once more on a socket that a leaving page has closed. */
const goodbye = /WebSocket is already in CLOSING or CLOSED state/

/** Collects what the Studio's console calls an error and what it was refused, but for the two above. */
export function watchConsole(context: BrowserContext): string[] {
  const errors: string[] = []
  context.on('console', (message) => {
    const text = message.text()
    if (message.type() !== 'error' || elsewhere.test(text) || goodbye.test(text)) return
    // Answers are looked at below, where one can see what was asked.
    if (!text.startsWith('Failed to load resource')) errors.push(`${text} (${message.location().url})`)
  })
  context.on('response', (response) => {
    const request = response.request()
    // A dry run asks whether something would be allowed just now; the Studio does so in every state of a release.
    if (response.status() < 400 || request.postData()?.includes('"dryRun":true')) return
    errors.push(`${response.status()} to ${request.method()} ${request.url()}`)
  })
  context.on('weberror', (thrown) => errors.push(String(thrown.error())))
  return errors
}
