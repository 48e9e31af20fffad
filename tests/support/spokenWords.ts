import type { HouseRule } from './houseRules.ts'
import type { SourceFile } from './sourceFiles.ts'

const speaks = /\p{L}{2}/u

/** Text between tags: after the end of a tag, or after an expression and before the end of its element. */
const printed = [/(?<=[\w"'}\])/])>([^<>{}()=;`]+)(?=[<{])/g, /(?<=\})([^<>{}()=;:`]+)(?=<\/)/g]
/** Attributes that are read out or shown. */
const attribute =
  /\s(?:aria-label|aria-description|aria-roledescription|title|alt|placeholder|label)=("[^"]*")/g
/** A literal that begins with a capital is a name or a sentence. */
const capitalised = /(['"`])\p{Lu}\p{Ll}[^'"`\n]*\1/gu
const template = /`([^`]*)`/g
const apart = /\s\p{L}{2,}|\p{L}{2,}\s/u

/** What follows a tag that ends its statement is code. */
const isStatement = /\b(?:return|const)\s*$/

const code = (text: string) =>
  text.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '').replaceAll(/^import [\s\S]*?from '[^']*'$/gm, '')

const sentences = ({ path, text }: SourceFile): string[] => {
  const source = code(text)
  const found = [...printed, attribute]
    .flatMap((pattern) => [...source.matchAll(pattern)].map(([, words = '']) => words))
    .filter((words) => speaks.test(words) && !isStatement.test(words))
  const templates = [...source.matchAll(template)]
    .map(([, words = '']) => words)
    .filter((words) => apart.test(words.replaceAll(/\$\{[^}]*\}/g, '')))
  const literals = path.startsWith('components/')
    ? [...source.matchAll(capitalised)].map(([words]) => words)
    : []
  return [...found, ...templates, ...literals].map((words) => words.trim())
}

/** What readers see and hear is in the catalogue, lib/format/words, in every language of the interface. */
export const speaksByTheCatalogue: HouseRule = (file) =>
  /^(?:components|app)\/.*\.tsx$/.test(file.path)
    ? sentences(file).map((words) => `${file.path} says ${JSON.stringify(words)}`)
    : []
