import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { Suspense } from 'react'
import { NotFound } from '../../components/site/NotFound.tsx'
import { Withdrawn } from '../../components/site/Withdrawn.tsx'
import { getDeparture } from '../../lib/content/getDeparture.ts'
import { getPairDeparture } from '../../lib/content/getPairDeparture.ts'
import { getSite } from '../../lib/content/getSite.ts'
import { wordsFor } from '../../lib/format/words/wordsFor.ts'
import type { Departure } from '../../lib/model/departure.ts'
import { missingMetadata, withdrawnMetadata } from '../../lib/seo/metadata.ts'

/** What a page that found nothing was asked for. */
export interface LookedFor {
  /** The address of the document that it looked for; left out where no document can ever have stood. */
  address?: string
  /** The segments that followed: the number of a list's page. Where the document moved they went along. */
  below?: string[] | undefined
  /** Instead of an address: the two countries whose page was looked for. */
  pair?: [string, string]
}

const restOf = ({ below = [] }: LookedFor) => below.map((segment) => `/${segment}`).join('')

const whatBecameOf = async (lookedFor: LookedFor): Promise<Departure | undefined> => {
  const { address, pair } = lookedFor
  if (pair !== undefined) return getPairDeparture(...pair)
  return address === undefined ? undefined : getDeparture(address, restOf(lookedFor))
}

/** The head of what `Missing` shows. */
export const describeMissing = async (lookedFor: LookedFor = {}): Promise<Metadata> => {
  const [departure, site] = await Promise.all([whatBecameOf(lookedFor), getSite()])
  return departure?.kind === 'withdrawn' ? withdrawnMetadata(departure, site) : missingMetadata(site)
}

const AnswerNotFound = (): null => notFound()

/**
 * The page at an address where nothing is published: a redirect if the document moved, a note if it was withdrawn,
 * else "not found". `notFound()` alone would answer with an empty document that only a script fills; thrown inside a
 * boundary it still makes the status 404, and the boundary's fallback is the page. `proxy.ts` makes the redirect
 * permanent and answers the note with 410.
 */
export const Missing = async (lookedFor: LookedFor) => {
  const departure = await whatBecameOf(lookedFor)
  if (departure?.kind === 'moved') redirect(`${departure.href}${restOf(lookedFor)}`)
  const words = wordsFor((await getSite()).language)
  if (departure?.kind === 'withdrawn') return <Withdrawn withdrawal={departure} words={words} />
  return (
    <Suspense fallback={<NotFound words={words} />}>
      <AnswerNotFound />
    </Suspense>
  )
}
