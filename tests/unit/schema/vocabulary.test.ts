import { z } from 'zod'
import { category } from '../../../sanity/schema/documents/category.ts'
import { country } from '../../../sanity/schema/documents/country.ts'
import { correction } from '../../../sanity/schema/objects/correction.ts'
import { embed } from '../../../sanity/schema/objects/embed.ts'
import { fact } from '../../../sanity/schema/objects/fact.ts'
import { frontBlock } from '../../../sanity/schema/objects/frontBlock.ts'
import { keyPoint } from '../../../sanity/schema/objects/keyPoint.ts'
import { keyPointsSection } from '../../../sanity/schema/objects/keyPointsSection.ts'
import * as words from '../../../sanity/vocabulary.ts'

const option = z.union([z.string(), z.object({ value: z.string() }).transform(({ value }) => value)])
const typeWithLists = z.object({
  fields: z.array(
    z.object({
      name: z.string(),
      options: z
        .object({ list: z.array(option) })
        .partial()
        .optional(),
    }),
  ),
})

const choicesOf = (type: unknown, field: string) =>
  typeWithLists.parse(type).fields.find(({ name }) => name === field)?.options?.list

describe('what editors may choose', () => {
  it.each([
    [category, 'accent', words.accents],
    [country, 'region', words.regions],
    [correction, 'kind', words.correctionKinds],
    [embed, 'provider', words.embedProviders],
    [fact, 'kind', words.factKinds],
    [frontBlock, 'rule', words.frontRules],
    [frontBlock, 'layout', words.frontLayouts],
    [keyPoint, 'standing', words.standings],
    [keyPointsSection, 'kind', words.sectionKinds],
  ])('is what the portal reads (list %#)', (type, field, vocabulary) => {
    expect(choicesOf(type, field)).toEqual([...vocabulary])
  })
})
