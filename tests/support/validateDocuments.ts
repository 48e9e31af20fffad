import { createClient, type SanityClient } from '@sanity/client'
import { Schema } from '@sanity/schema'
import { builtinTypes } from '@sanity/schema/_internal'
import type { Path, SanityDocument } from '@sanity/types'
import { validationMarkerCodes } from '@sanity/validation'
import { validateDocumentInternal } from '@sanity/validation/_internal'
import { evaluate, parse } from 'groq-js'
import { schemaTypes } from '../../sanity/schema/schemaTypes.ts'
import { mapSeveral } from '../../scripts/newsroom/load/mapSeveral.ts'

export interface DocumentFault {
  id: string
  /** `sections[s1].points[p2].attribution`; empty for the document as a whole. */
  path: string
  message: string
  level: 'error' | 'warning' | 'info'
}

export type StoredDocument = Record<string, unknown> & { _id: string; _type: string }

// The Studio compiles the same types on the same foundation: `slug`, `image` and the like come from there.
const schema = Schema.compile({
  name: 'meridian',
  types: schemaTypes,
  parent: Schema.compile({ name: 'studio', types: builtinTypes }),
})

/**
 * Every fault that the Studio would show in these documents, by the real schema and Sanity's own validator, with no
 * server: references and unique addresses are looked up among the documents given. Types that the schema does not
 * know are faults too; `sanity.*` assets are taken as they are.
 */
export async function validateDocuments(documents: readonly StoredDocument[]): Promise<DocumentFault[]> {
  const ids = new Set(documents.map((document) => document._id))
  const client = createOfflineClient(documents)
  const checked = documents.filter(({ _type }) => !_type.startsWith('sanity.'))
  const faults = await mapSeveral(checked, documentsAtOnce, async (document): Promise<DocumentFault[]> => {
    const { _id: id, _type } = document
    if (!schema.get(_type)) return [{ id, path: '_type', message: `No type ${_type}.`, level: 'error' }]
    const markers = await findMarkers(toSanityDocument(document), client, ids)
    return markers.map(({ path, message, level }) => ({ id, path: formatPath(path), message, level }))
  })
  return faults.flat()
}

/** The validator pauses between a document's rules. */
const documentsAtOnce = 16

/**
 * In the "studio" environment rules of whole objects keep their level, in "cli" unknown fields are found: ask both,
 * and take a field that no editor could see for an error.
 */
async function findMarkers(document: SanityDocument, client: SanityClient, ids: ReadonlySet<string>) {
  const options = {
    document,
    schema,
    getDocumentExists: async ({ id }: { id: string }) => ids.has(id),
  }
  const shown = await validateDocumentInternal({ ...options, getClient: () => client, environment: 'studio' })
  // Whatever is asked of the dataset here says nothing of unknown fields.
  const getClient = () => contentedClient
  const all = await validateDocumentInternal({ ...options, getClient, environment: 'cli' })
  const unknown = all.filter(({ code }) => code === validationMarkerCodes.objectUnknownField)
  return [...shown, ...unknown.map((marker) => ({ ...marker, level: 'error' as const }))]
}

/** A client whose every query is answered from `documents`, as the dataset would be. */
function createOfflineClient(documents: readonly StoredDocument[]) {
  const answer = async (input: string | URL | Request): Promise<Response> => {
    const url = new URL(input instanceof Request ? input.url : input)
    const params = Object.fromEntries(
      [...url.searchParams]
        .filter(([name]) => name.startsWith('$'))
        .map(([name, value]) => [name.slice(1), JSON.parse(value)]),
    )
    const tree = parse(url.searchParams.get('query') ?? '', { params })
    const value = await evaluate(tree, { dataset: [...documents], params })
    return Response.json({ result: await value.get(), ms: 0 })
  }
  return clientAnsweredBy(answer)
}

const clientAnsweredBy = (answer: (input: string | URL | Request) => Promise<Response>) =>
  createClient({
    projectId: 'meridian',
    dataset: 'production',
    apiVersion: '2025-02-19',
    useCdn: false,
    resolveFetch: () => answer,
  })

/** To which every address is unique. */
const contentedClient = clientAnsweredBy(async () => Response.json({ result: true, ms: 0 }))

function toSanityDocument(document: StoredDocument): SanityDocument {
  const now = '2026-01-01T00:00:00Z'
  return { _createdAt: now, _updatedAt: now, _rev: 'offline', ...document }
}

function formatPath(path: Path): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'string') return text === '' ? part : `${text}.${part}`
    if (typeof part === 'number') return `${text}[${part}]`
    return '_key' in part ? `${text}[${part._key}]` : text
  }, '')
}
