import { z } from 'zod'
import { key, list, optionalText } from './parts/values.ts'
import { TEASER_FIELDS, teaser } from './teasers.ts'

const texts = z.object({
  heading: optionalText,
  points: list(z.object({ _key: key, text: optionalText })),
  text: optionalText,
  entries: list(optionalText),
})

/** What a page of hits asks of an article: its teaser, and the texts that passages are cut from. */
export const FOUND_FIELDS = `${TEASER_FIELDS},
    "sections": sections[]{
      heading, "points": points[]{_key, "text": pt::text(text)}, "entries": entries[].text,
      "text": select(_type == "passage" => pt::text(text), _type == "pullQuote" => text)
    },
    "closing": pt::text(closing)`

export const foundArticle = teaser.and(z.object({ sections: list(texts), closing: optionalText }))
export type StoredFound = z.infer<typeof foundArticle>
