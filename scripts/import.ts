import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { formatFacts, formatLines, formatList } from './import/formatReport.ts'
import { openKeys } from './import/keys.ts'
import { listMissing } from './import/missingFields.ts'
import { openDataset } from './import/openDataset.ts'
import { parseArticle } from './import/parseArticle.ts'
import { readReference } from './import/readReference.ts'
import { readText } from './import/readText.ts'
import { saveDraft } from './import/saveDraft.ts'
import { toDraft } from './import/toDraft.ts'
import { toFactPatch } from './import/toFactPatch.ts'
import { ClearError, endWith } from './setup/clearError.mjs'

try {
  await importArticle()
} catch (error) {
  endWith(error)
}

/** Turns a plain-text article into a draft and says what became of every line. */
async function importArticle(): Promise<void> {
  const { file, replace } = parseCommand()
  const parsed = parseArticle(readText(readFile(file)))
  const client = openDataset(process.env)
  const newKey = openKeys()
  const { article, factBoxes, guesses } = toDraft(parsed, await readReference(client), newKey)
  const factPatches = factBoxes.flatMap((box) => toFactPatch(box, newKey) ?? [])
  const saved = await saveDraft(client, { article, factPatches, replace })

  const parts = [
    formatLines(parsed.lines),
    factBoxes.length > 0 && formatFacts(factBoxes),
    guesses.length > 0 && formatList('Guessed or linked, for the editor to check:', guesses),
    factPatches.length > 0 &&
      formatList(
        'Drafts of countries written; what is published has not changed:',
        factPatches.map(
          ({ country, changed, added }) => `${country.name}: ${added.length} new, ${changed.length} changed`,
        ),
      ),
    formatList('Before it can be published:', listMissing(saved.fields)),
    `${saved.replaced ? 'Replaced' : 'Wrote'} the draft of “${article.headline}”, to be read at /articles/${article.slug.current} once published.`,
  ]
  process.stdout.write(`${parts.filter((part) => part !== false).join('\n\n')}\n`)
}

function parseCommand(): { file: string; replace: boolean } {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2),
    options: { replace: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const [file] = positionals
  if (!file) throw new ClearError('Which file? Use: npm run import -- FILE [--replace]')
  return { file, replace: values.replace }
}

/** A relative path starts where the command was typed, which npm hands on. */
function readFile(file: string): Uint8Array {
  const path = resolve(process.env.INIT_CWD ?? '.', file)
  try {
    return readFileSync(path)
  } catch {
    throw new ClearError(`There is no file ${path} that can be read.`)
  }
}
