import { ClearError } from '../setup/clearError.mjs'

/**
 * The text of a file as desks send it: UTF-8, UTF-16 with its mark, or the Windows encoding of old mail programs.
 * Line ends become `\n`; non-breaking and other special spaces stay as they are.
 *
 * @throws ClearError when the bytes are not plain text.
 */
export function readText(bytes: Uint8Array): string {
  const text = decode(bytes)
    .replace(/\r\n?/g, '\n')
    .replace(/^\uFEFF/, '')
  if (/[^\P{Cc}\s]/u.test(text))
    throw new ClearError('This file is not plain text, so it cannot be an article.')
  if (text.trim() === '') throw new ClearError('This file is empty: there is no article in it.')
  if (/^\s*\{\\rtf/.test(text)) throw new ClearError('This file is RTF: save it as plain text first.')
  if (isMarkup(text)) throw new ClearError('This file is HTML or XML: save the page as plain text first.')
  if (/^\s*[[{][\s\S]*[\]}]\s*$/.test(text)) throw new ClearError('This file is data (JSON), not an article.')
  return text
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function isMarkup(text: string): boolean {
  const tags = text.match(/<\/?[a-z][^<>\n]*>/gi)?.length ?? 0
  return /^\s*<(?:!doctype|\?xml|html|head|body)/i.test(text) || tags >= 6
}
