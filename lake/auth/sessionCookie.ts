import { parse, serialize } from 'hono/utils/cookie'

const name = 'sanitySession'

/** The browser's session, under the name that the hosted service gives it. Scripts cannot read it. */
export const sessionCookie = {
  read: (header: string | undefined): string | undefined => parse(header ?? '', name)[name],
  write: (token: string, { publicUrl, maxAge }: { publicUrl: string; maxAge: number }): string =>
    serialize(name, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
      secure: publicUrl.startsWith('https:'),
      maxAge,
    }),
} as const
