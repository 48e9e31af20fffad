import type { ContentfulStatusCode } from 'hono/utils/http-status'

/**
 * An answer that is not a success. `body` goes to the caller as it stands, in the shape that Sanity's
 * clients draw; `cause` stays in the log.
 */
export class LakeError extends Error {
  readonly status: ContentfulStatusCode
  readonly body: object
  /** Headers that belong to the answer. */
  readonly headers: Record<string, string> = {}

  constructor(status: ContentfulStatusCode, body: object, options?: ErrorOptions) {
    super(JSON.stringify(body), options)
    this.name = 'LakeError'
    this.status = status
    this.body = body
  }
}

/** Boom-shaped errors of the hosted API's management side: `{statusCode, error, message}`. */
export class HttpError extends LakeError {
  constructor(
    status: ContentfulStatusCode,
    error: string,
    message: string,
    extra: { errorCode?: string } = {},
    options?: ErrorOptions,
  ) {
    super(status, { statusCode: status, error, message, ...extra }, options)
    this.name = 'HttpError'
  }
}

/** Nobody is logged in, or the session is no longer good. The Studio logs out on this code and keeps its buffer. */
export class UnauthorizedError extends HttpError {
  constructor(message = 'Session not found') {
    super(401, 'Unauthorized', message, { errorCode: 'SIO-401-ANF' })
    this.name = 'UnauthorizedError'
  }
}

/** The caller is known and may not do this. */
export class ForbiddenError extends HttpError {
  constructor(message: string) {
    super(403, 'Forbidden', message)
    this.name = 'ForbiddenError'
  }
}

/** The caller asks for more than its share. `seconds` is when it may ask again. */
export class TooManyRequestsError extends HttpError {
  override readonly headers: Record<string, string>

  constructor(message: string, seconds: number) {
    super(429, 'Too Many Requests', message)
    this.name = 'TooManyRequestsError'
    this.headers = { 'retry-after': String(seconds) }
  }
}

/** Part of the hosted API that the lake does not have. It never pretends: see `lake/README.md`. */
export class NotImplementedError extends HttpError {
  constructor(what: string) {
    super(501, 'Not Implemented', `${what} is not part of the embedded content lake.`)
    this.name = 'NotImplementedError'
  }
}
