const inQuotes = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/
const inBrackets = new RegExp(`\\[(?:${inQuotes.source}|\\[[^\\][]*\\]|[^\\]["'])*\\]`)
const name = /[^.[\]"'\s]+/
const path = new RegExp(
  `^(?:\\.\\.)?(?:${name.source}|${inBrackets.source})(?:${inBrackets.source}|\\.{1,2}(?:${name.source}|${inBrackets.source}))*$`,
)

/**
 * Whether a text can be a path in a patch: `title`, `seo.title`, `body[_key=="a"].children[0]`, `..text`. The engine that
 * applies patches reads what it can of a broken one and leaves the rest, so that nobody would be told.
 */
export function isPath(text: string): boolean {
  return path.test(text)
}
