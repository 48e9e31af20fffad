import { type NextRequest, NextResponse } from 'next/server'
import { answerAddress } from './lib/content/answerAddress.ts'

/** Before every page: what an address asks for that a kept page cannot answer (docs/adr/0007). */
export const proxy = async ({ nextUrl }: NextRequest): Promise<Response> =>
  (await answerAddress(new URL(nextUrl.href))) ?? NextResponse.next()

export const config = {
  matcher: [
    {
      source: '/((?!_next/|api/|fonts/|studio(?:/|$)).*)',
      missing: [
        { type: 'header', key: 'x-meridian-look' },
        { type: 'header', key: 'rsc' },
      ],
    },
  ],
}
