import { z } from 'zod'

/**
 * What people say about a release. `cardinality: "one"` makes it the release of a single document, which the
 * Studio shows as a scheduled draft. Source: `ReleaseDocument` of `@sanity/client`.
 */
export const releaseMetadata = z.looseObject({
  title: z.string().nullish(),
  description: z.unknown().optional(),
  releaseType: z.enum(['asap', 'scheduled', 'undecided']).optional(),
  intendedPublishAt: z.iso.datetime({ offset: true }).nullish(),
  cardinality: z.enum(['one', 'many']).nullish(),
})
