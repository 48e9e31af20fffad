import type { Context, Hono } from 'hono'
import { fileType } from '../../assets/assetDocuments.ts'
import type { Assets } from '../../assets/openAssets.ts'
import type { LakeContext, LakeRequest } from '../../context.ts'
import { answerFile, attachment, immutable, sandboxPolicy } from '../../http/answerFile.ts'
import { HttpError } from '../../http/errors.ts'

const storedName = /^[0-9a-f]{40}\.([a-z0-9]{1,10})$/
const datasetName = /^[a-z0-9][-_a-z0-9]{0,63}$/

/** Stored files. Sound and film play in a page; everything else is a download, never a page of this origin. */
export function fileRoutes(app: Hono<LakeRequest>, context: LakeContext, assets: Assets): void {
  const answer = async (c: Context<LakeRequest>) => {
    const { project, dataset = '', name = '', vanity } = c.req.param()
    const extension = storedName.exec(name)?.[1]
    const isKnownPlace = project === context.projectId && datasetName.test(dataset)
    const type = fileType(extension ?? '')
    const isPlayed = /^(?:audio|video)\//.test(type) && c.req.query('dl') === undefined
    const found =
      isKnownPlace && extension
        ? await answerFile(c.req.raw, assets.files.pathOf('files', dataset, name), {
            etag: `"${name}"`,
            'content-type': type,
            'cache-control': immutable,
            'content-security-policy': sandboxPolicy,
            ...(isPlayed ? {} : { 'content-disposition': attachment(c.req.query('dl') || vanity || name) }),
          })
        : undefined
    if (!found) throw new HttpError(404, 'Not Found', `There is no file "${name}".`)
    return found
  }

  app.get('/files/:project/:dataset/:name', answer)
  app.get('/files/:project/:dataset/:name/:vanity', answer)
}
