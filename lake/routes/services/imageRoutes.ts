import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import type { Context, Hono } from 'hono'
import { z } from 'zod'
import { imageTypes, isImageExtension } from '../../assets/imageFormats.ts'
import type { Assets } from '../../assets/openAssets.ts'
import { outputFormat } from '../../assets/outputFormat.ts'
import { isUntouched, leavesFormatOpen, transformation } from '../../assets/transformation.ts'
import type { LakeContext, LakeRequest } from '../../context.ts'
import { answerFile, attachment, immutable, isKnown, sandboxPolicy } from '../../http/answerFile.ts'
import { HttpError } from '../../http/errors.ts'

const storedName = /^([0-9a-f]{40})-\d+x\d+\.([a-z]+)$/
const datasetName = /^[a-z0-9][-_a-z0-9]{0,63}$/

/** Pictures at the addresses that `@sanity/image-url` makes. `vanity` is a pretty name at the end, which changes nothing. */
export function imageRoutes(app: Hono<LakeRequest>, context: LakeContext, assets: Assets): void {
  const answer = async (c: Context<LakeRequest>) => {
    const { project, dataset = '', name = '' } = c.req.param()
    const extension = storedName.exec(name)?.[2] ?? ''
    if (project !== context.projectId || !datasetName.test(dataset) || !isImageExtension(extension))
      throw notThere(name)
    const path = assets.files.pathOf('images', dataset, name)
    const query = c.req.query()
    const asked = parseTransformation(query)
    const format = outputFormat(extension, asked, c.req.header('accept') ?? '')
    const isSvgItself = extension === 'svg' && (!asked.fm || asked.fm === 'auto')
    const isOpen = leavesFormatOpen(asked)
    const isOriginal = isSvgItself || (isUntouched(asked) && (format === extension || !isOpen))

    const key = JSON.stringify({ ...asked, auto: undefined, format })
    const headers: Record<string, string> & { etag: string } = {
      'content-type': isOriginal ? imageTypes[extension] : imageTypes[format],
      'cache-control': immutable,
      'content-security-policy': sandboxPolicy,
      etag: `"${name}${isOriginal ? '' : `-${shortHash(key)}`}"`,
      ...(isOpen ? { vary: 'Accept' } : {}),
      ...downloadName(c.req.query('dl'), name),
    }
    if (isOriginal) return (await answerFile(c.req.raw, path, headers)) ?? refuse(name)
    if (!(await stat(path).catch(() => undefined))) throw notThere(name)
    if (isKnown(c.req.raw, headers.etag)) return new Response(null, { status: 304, headers })
    const picture = await assets.cache.get(assets.groupOf(dataset, name), key, () =>
      assets.render(path, { source: extension, query, format }),
    )
    const body = c.req.method === 'HEAD' ? null : picture
    return new Response(body, { headers: { ...headers, 'content-length': String(picture.length) } })
  }

  app.get('/images/:project/:dataset/:name', answer)
  app.get('/images/:project/:dataset/:name/:vanity', answer)
}

function parseTransformation(query: Record<string, string>) {
  const parsed = transformation.safeParse(query)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const name = z.string().catch('').parse(issue?.path[0])
  throw new HttpError(
    400,
    'Bad Request',
    `The parameter "${name}" of the picture's address makes no sense: "${query[name]}".`,
  )
}

function downloadName(dl: string | undefined, name: string): Record<string, string> {
  return dl === undefined ? {} : { 'content-disposition': attachment(dl || name) }
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16)
}

function refuse(name: string): never {
  throw notThere(name)
}

function notThere(name: string): HttpError {
  return new HttpError(404, 'Not Found', `There is no picture "${name}".`)
}
