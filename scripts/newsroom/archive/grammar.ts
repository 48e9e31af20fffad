import { z } from 'zod'
import { regions, sectionKinds } from '../../../sanity/vocabulary.ts'
import { readSourceFile } from '../sources/sourceFile.ts'
import type { Chance } from './chance.ts'

const sentences = z.array(z.string().min(1)).min(1)
const headings = z.object({
  ...Object.fromEntries(sectionKinds.map((kind) => [kind, sentences])),
  timeline: sentences,
})

const grammarSource = z.strictObject({
  notice: z.string(),
  withArticle: z.array(z.string()),
  rules: z.record(z.string(), sentences),
  headings: headings.catchall(sentences),
  speakers: sentences,
  publishers: z.array(z.strictObject({ key: z.string(), name: z.string() })).min(1),
})

const topicSource = z.strictObject({
  category: z.string(),
  kicker: z.string().max(40),
  regions: z.array(z.enum(regions)).optional(),
  matters: sentences,
  measures: sentences,
  groups: sentences,
  places: sentences,
  bodies: sentences,
})

export type ArchiveTopic = z.infer<typeof topicSource> & { slug: string }
export type Scene = Readonly<Record<string, string>>
export type Grammar = ReturnType<typeof readGrammar>

/** How the archive speaks, from `sanity/seed/archive`. Throws SourceError. */
export function readGrammar(seedFolder: string) {
  const grammar = readSourceFile(seedFolder, 'archive/grammar.yaml', grammarSource).content
  const topics = readSourceFile(seedFolder, 'archive/topics.yaml', z.record(z.string(), topicSource)).content
  const sayAll = speaker(grammar.rules)
  const say = (rule: string, scene: Scene, chance: Chance) => sayAll(rule, scene, chance).join(' ')
  const names = Object.keys(grammar.rules)
  return { ...grammar, names, topicsOf: topicsByRegion(Object.entries(topics)), say, sayAll }
}

/** The topics that a country of a region may have, the most usual first. */
function topicsByRegion(topics: readonly [slug: string, topic: z.infer<typeof topicSource>][]) {
  const known = new Map<string, ArchiveTopic[]>()
  return (region: string): readonly ArchiveTopic[] => {
    const found =
      known.get(region) ??
      topics
        .filter(([, { regions }]) => !regions || regions.some((one) => one === region))
        .map(([slug, topic]) => ({ slug, ...topic }))
    known.set(region, found)
    return found
  }
}

/** A template in pieces: what is said as it stands, and names of rules or of what is in the scene at odd places. */
type Template = readonly string[]

/** Says different sentences of a rule about a scene, as many of them as it has; each begins with a capital letter. */
function speaker(rules: Readonly<Record<string, readonly string[]>>) {
  const templates = new Map(
    Object.entries(rules).map(([name, texts]) => [name, texts.map((text): Template => text.split(/[{}]/))]),
  )
  const templatesOf = (name: string) => {
    const found = templates.get(name)
    if (!found) throw new RangeError(`The archive's grammar has no {${name}}.`)
    return found
  }
  const fill = (template: Template, scene: Scene, chance: Chance): string => {
    let text = ''
    let isName = false
    for (const piece of template) {
      text += isName ? (scene[piece] ?? fill(chance.pick(templatesOf(piece)), scene, chance)) : piece
      isName = !isName
    }
    return text
  }
  return (rule: string, scene: Scene, chance: Chance, count = 1): string[] => {
    const left = [...templatesOf(rule)]
    const chosen = Array.from({ length: Math.min(count, left.length) }, () =>
      left.splice(chance.below(left.length), 1),
    )
    return chosen.flat().map((template) => withCapitals(fill(template, scene, chance)))
  }
}

/** Looked for first, which is quick: most begin with a plain capital letter. */
const unusualBeginning = /(?:^|[.?!] )[^A-Z]/

const withCapitals = (text: string) =>
  unusualBeginning.test(text)
    ? text.replace(
        /(^|[.?!] )(\p{Ll})/gu,
        (_, before: string, letter: string) => before + letter.toUpperCase(),
      )
    : text
