import type { MiddlewareHandler } from 'hono'
import type { LakeContext, LakeRequest } from '../context.ts'
import { HttpError } from './errors.ts'

type Given = Pick<LakeContext, 'projectId' | 'publicUrl'>

/** Paths that name the project themselves. */
const inPath =
  /^\/(?:projects|hooks\/projects|access\/project|invitations\/project|subscriptions\/project|schedules)\/([^/]+)/

/**
 * The project that a request is about, by path, by `X-Sanity-Project-ID` or by the first label of the host
 * name, must be this lake's wherever it is named. @throws HttpError 404 SIO-404-PNF
 */
export function requireProject(context: Given): MiddlewareHandler<LakeRequest> {
  return async (c, next) => {
    const named = [
      inPath.exec(c.req.path)?.[1],
      c.req.header('x-sanity-project-id'),
      projectOfHost(context, c.req.header('host')),
    ]
    for (const project of named) {
      if (project !== undefined && project !== context.projectId) throw unknownProject(project)
    }
    await next()
  }
}

/**
 * The first label of a host name that has one for the project: one label before `localhost`, or before the host
 * of the lake's public address. Other hosts, and the public one itself, name none.
 */
export function projectOfHost({ projectId, publicUrl }: Given, host: string | undefined): string | undefined {
  const given = `http://${host}`
  if (host === undefined || !URL.canParse(given)) return undefined
  const { hostname } = new URL(given)
  const own = new URL(publicUrl).hostname
  if (hostname === own) return undefined
  const bases = [
    'localhost',
    own,
    ...(own.startsWith(`${projectId}.`) ? [own.slice(projectId.length + 1)] : []),
  ]
  const [label = '', ...rest] = hostname.split('.')
  return bases.includes(rest.join('.')) ? label : undefined
}

export function unknownProject(project: string): HttpError {
  return new HttpError(404, 'Not Found', `There is no project "${project.slice(0, 100)}" in this lake.`, {
    errorCode: 'SIO-404-PNF',
  })
}
