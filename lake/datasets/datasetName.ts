import { z } from 'zod'

/** How the hosted service names datasets. */
export const datasetName = z.string().regex(/^[a-z0-9][-_a-z0-9]{0,63}$/)

export const datasetNameRule =
  'A dataset is named with small letters, digits, hyphens and underscores, 64 at most.'
