import { createHash } from 'node:crypto'
import { finished } from 'node:stream/promises'
import { RewritingStream } from 'parse5-html-rewriting-stream'

type Attributes = { name: string; value: string }[]

/** A script of one of these types runs; any other is data, such as what search engines read. */
const runs = /^(?:|module|importmap|speculationrules|(?:text|application)\/(?:java|ecma)script)$/i
const ofNext = /^\/_next\//

/**
 * A page as a document: without what only React needs. Files of scripts stay unless they are Next's, inline ones when
 * the policy under which the page is sent names their hash.
 *
 * @returns undefined when the page has no end, because it was cut off
 */
export async function finishPage(html: string, policy: string): Promise<string | undefined> {
  const rewriter = new RewritingStream()
  const printed: string[] = []
  let script: { attributes: Attributes; raw: string; text: string } | undefined
  let isWhole = false

  rewriter.on('startTag', ({ tagName, attrs }, raw) => {
    if (tagName === 'script') script = { attributes: attrs, raw, text: '' }
    else if (!(tagName === 'link' && isScriptPreload(attrs))) rewriter.emitRaw(raw)
  })
  rewriter.on('text', (_text, raw) => {
    if (script) script.text += raw
    else rewriter.emitRaw(raw)
  })
  rewriter.on('endTag', ({ tagName }, raw) => {
    if (tagName === 'html') isWhole = true
    if (!script) rewriter.emitRaw(raw)
    else if (isOurs(script.attributes, script.text, policy)) rewriter.emitRaw(script.raw + script.text + raw)
    script = undefined
  })
  // React marks its parts with comments; nobody else writes any.
  rewriter.on('comment', () => undefined)
  rewriter.on('data', (piece: string) => printed.push(piece))
  rewriter.end(html)
  await finished(rewriter)
  return isWhole ? printed.join('') : undefined
}

function isOurs(attributes: Attributes, text: string, policy: string): boolean {
  const source = attributeOf(attributes, 'src')
  if (source !== undefined) return !ofNext.test(source)
  return !runs.test(attributeOf(attributes, 'type') ?? '') || policy.includes(`'${hashOf(text)}'`)
}

const isScriptPreload = (attributes: Attributes) =>
  ofNext.test(attributeOf(attributes, 'href') ?? '') &&
  (attributeOf(attributes, 'rel') === 'modulepreload' || attributeOf(attributes, 'as') === 'script')

const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`

const attributeOf = (attributes: Attributes, wanted: string) =>
  attributes.find(({ name }) => name === wanted)?.value
