import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { NotFound } from '../../components/site/NotFound.tsx'
import { getSite } from '../../lib/content/getSite.ts'
import { wordsFor } from '../../lib/format/words/wordsFor.ts'

const AnswerNotFound = (): null => notFound()

/**
 * The page at an address that leads nowhere. `notFound()` alone would answer with an empty document that only a
 * script fills; thrown inside a boundary it still makes the status 404, and the boundary's fallback is the page.
 */
export const Missing = async () => (
  <Suspense fallback={<NotFound words={wordsFor((await getSite()).language)} />}>
    <AnswerNotFound />
  </Suspense>
)
