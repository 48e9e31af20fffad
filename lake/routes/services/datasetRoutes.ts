import type { Context, Hono } from 'hono'
import { z } from 'zod'
import { documentGrants } from '../../auth/grants.ts'
import { requireAdministrator, requireIdentity } from '../../auth/require.ts'
import type { LakeContext, LakeRequest } from '../../context.ts'
import { datasetName, datasetNameRule } from '../../datasets/datasetName.ts'
import { removeDataset } from '../../datasets/removeDataset.ts'
import { HttpError } from '../../http/errors.ts'
import { readBody } from '../../http/readBody.ts'
import {
  type Dataset,
  ensureDataset,
  listDatasets,
  namesBeingDeleted,
  readDataset,
  requireDataset,
  setAclMode,
} from '../../store/datasets.ts'

const aclMode = z.enum(['public', 'private'], { error: 'aclMode is "public" or "private".' })
const newDataset = z.object({ aclMode: aclMode.default('public') })
const changedDataset = z.object({ aclMode })

/** Datasets: by path of the project (`/projects/<id>/datasets/…`) and, when the host name says which project, without. */
export function datasetRoutes(app: Hono<LakeRequest>, context: LakeContext): void {
  const { database } = context

  app.get('/projects/:project/datasets/copy', (c) => {
    requireIdentity(c.get('identity'))
    return c.json([])
  })
  for (const base of ['/projects/:project/datasets', '/datasets'] as const) {
    app.get(base, list)
    app.get(`${base}/:dataset`, (c) => {
      requireIdentity(c.get('identity'))
      return c.json(describeDataset(requireDataset(database, nameOf(c))))
    })
    app.put(`${base}/:dataset`, create)
    app.patch(`${base}/:dataset`, change)
    app.delete(`${base}/:dataset`, remove)
    for (const grants of ['acl', 'grants'] as const) {
      app.get(`${base}/:dataset/${grants}`, (c) =>
        c.json(documentGrants[requireIdentity(c.get('identity')).role]),
      )
    }
    app.get(`${base}/:dataset/settings/indexing`, (c) => {
      requireIdentity(c.get('identity'))
      return c.json({ mode: 'full', maxFieldDepth: null })
    })
  }

  /** The Studio looks for the add-on dataset of its comments by profile; the lake has none. */
  function list(c: Context<LakeRequest>) {
    requireIdentity(c.get('identity'))
    const profile = c.req.query('datasetProfile')
    return c.json(profile === undefined ? listDatasets(database).map(describeDataset) : [])
  }

  async function create(c: Context<LakeRequest>) {
    const { id } = requireAdministrator(c.get('identity'), 'create a dataset')
    const name = nameOf(c)
    if (!datasetName.safeParse(name).success) throw new HttpError(400, 'Bad Request', datasetNameRule)
    if (readDataset(database, name)) throw conflict(`Dataset "${name}" already exists.`)
    if (namesBeingDeleted(database).includes(name)) {
      throw conflict(`Dataset "${name}" is still being deleted. Try again when that is done.`)
    }
    const wanted = await readBody(c, newDataset)
    const made = ensureDataset(database, name, wanted.aclMode, new Date(context.now()).toISOString())
    return c.json({ ...describeDataset(made), datasetName: name, createdByUserId: id })
  }

  async function change(c: Context<LakeRequest>) {
    requireAdministrator(c.get('identity'), 'change a dataset')
    const known = requireDataset(database, nameOf(c))
    const wanted = await readBody(c, changedDataset)
    setAclMode(database, known.name, wanted.aclMode)
    context.bus.emit('dataset', known.name)
    return c.json({ ...describeDataset({ ...known, ...wanted }), datasetName: known.name })
  }

  /** Answers when everything is gone; nobody finds the dataset any more from the first moment. */
  async function remove(c: Context<LakeRequest>) {
    requireAdministrator(c.get('identity'), 'delete a dataset')
    await removeDataset(context, requireDataset(database, nameOf(c)))
    context.bus.emit('webhooks')
    return c.json({ deleted: true })
  }
}

function nameOf(c: Context<LakeRequest>): string {
  return c.req.param('dataset') ?? ''
}

function conflict(message: string): HttpError {
  return new HttpError(409, 'Conflict', message)
}

function describeDataset({ name, aclMode, createdAt }: Dataset) {
  return {
    name,
    aclMode,
    createdAt,
    createdByUserId: null,
    addonFor: null,
    datasetProfile: 'content',
    features: [],
    tags: [],
  }
}
