import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import Validator from '@adobe/structured-data-validator'

const { resolve } = createRequire(import.meta.url)

const SCHEMA = 'http://schema.org/'
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const RDFS = 'http://www.w3.org/2000/01/rdf-schema#'

type Statement = [subject: string, predicate: string, object: string]

/** The vocabulary of schema.org as its editors publish it: what it says of one name by another. */
const statements = readFileSync(resolve('@vocabulary/schema/schema.nq'), 'utf8')
  .split('\n')
  .flatMap((line): Statement[] => {
    const [, subject, predicate, object] = /^<([^>]+)> <([^>]+)> <([^>]+)>/.exec(line) ?? []
    return subject && predicate && object ? [[subject, predicate, object]] : []
  })

const objectsOf = (predicate: string): Map<string, string[]> => {
  const objects = new Map<string, string[]>()
  for (const [subject, each, object] of statements)
    if (each === predicate) objects.set(subject, [...(objects.get(subject) ?? []), object])
  return objects
}

const [kinds, parents] = [objectsOf(`${RDF}type`), objectsOf(`${RDFS}subClassOf`)]
const [domains, ranges] = [objectsOf(`${SCHEMA}domainIncludes`), objectsOf(`${SCHEMA}rangeIncludes`)]

const idsIn = (names: string[] = []) => names.map((name) => ({ '@id': name }))

/** The same in the form in which the validator reads it: the file that schema.org has for its developers. */
const vocabulary = {
  '@graph': [...kinds].flatMap(([name, [kind = '']]) => [
    {
      '@id': name,
      '@type': kind.replace(RDF, 'rdf:').replace(RDFS, 'rdfs:'),
      'rdfs:subClassOf': idsIn(parents.get(name)),
      'schema:domainIncludes': idsIn(domains.get(name)),
    },
  ]),
}

const isKindOf = (type: string, wanted: string): boolean =>
  type === wanted || (parents.get(type) ?? []).some((parent) => isKindOf(parent, wanted))

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Values that are things of a kind which their property does not take. */
const misplacedIn = (thing: Record<string, unknown>): string[] =>
  Object.entries(thing).flatMap(([property, value]) =>
    [value].flat().flatMap((each) => {
      if (!isRecord(each)) return []
      const [type, taken] = [each['@type'], ranges.get(`${SCHEMA}${property}`) ?? []]
      const fits = type === undefined || taken.some((range) => isKindOf(`${SCHEMA}${type}`, range))
      return [...(fits ? [] : [`${property} takes no ${String(type)}`]), ...misplacedIn(each)]
    }),
  )

/**
 * What is wrong with the JSON-LD of a page by the vocabulary of schema.org and by what search engines ask for; empty
 * when nothing is.
 */
export const problemsOfStructuredData = async (jsonLd: string): Promise<string[]> => {
  const data: unknown = JSON.parse(jsonLd)
  if (!isRecord(data) || data['@context'] !== 'https://schema.org') return ['is not in terms of schema.org']
  const type = String(data['@type'])
  const issues = await new Validator(vocabulary).validate({ jsonld: { [type]: [data] } })
  const placeOf = (path: { property?: string }[] = []) => path.flatMap(({ property }) => property ?? [])
  return [
    ...issues.map(({ issueMessage, path }) => `${issueMessage} (${placeOf(path).join('.')})`),
    ...misplacedIn(data),
  ]
}

/** The JSON-LD of a finished page, one text a script. */
export const structuredDataIn = (html: string): string[] =>
  [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(([, json = '']) => json)
