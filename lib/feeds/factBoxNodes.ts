import type { RootContent } from 'mdast'
import { formatPartialDate, isExactDay } from '../format/dates.ts'
import type { Words } from '../format/words/wordsFor.ts'
import type { Fact, FactBox } from '../model/country.ts'

const text = (value: string) => ({ type: 'text' as const, value })

/** The facts about a country as a list, each with the day on which it was checked and against what. */
export const factBoxNodes = ({ country, facts }: FactBox, words: Words): RootContent[] => [
  { type: 'heading', depth: 2, children: [text(country.name)] },
  ...(facts.length === 0
    ? []
    : [
        {
          type: 'list' as const,
          spread: false,
          children: facts.map((fact) => ({
            type: 'listItem' as const,
            spread: false,
            children: [
              {
                type: 'paragraph' as const,
                children: [
                  { type: 'strong' as const, children: [text(words.country.factKinds[fact.kind])] },
                  text(`${words.article.colon} ${fact.value}${checked(fact, words)}`),
                ],
              },
            ],
          })),
        },
      ]),
]

const checked = ({ checkedOn, sourceName }: Fact, words: Words) => {
  const remarks = [
    ...(sourceName === undefined ? [] : [sourceName]),
    ...(checkedOn === undefined
      ? []
      : [words.country.checked(formatPartialDate(checkedOn, words), isExactDay(checkedOn))]),
  ]
  return remarks.length === 0 ? '' : ` (${remarks.join(', ')})`
}
