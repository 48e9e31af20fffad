import type { ListItem, PhrasingContent } from 'mdast'
import { formatMoment, formatPartialDate, isExactDay } from '../format/dates.ts'
import type { Words } from '../format/words/wordsFor.ts'
import type { Correction, Standing } from '../model/article.ts'
import type { PartialDate, RichText } from '../model/common.ts'
import { toLine } from './richTextNodes.ts'

interface Point {
  key: string
  text: RichText
  standing: Standing
  attribution: string | undefined
  asOf: PartialDate | undefined
}

const text = (value: string): PhrasingContent => ({ type: 'text', value })

/** A key point with how sure it is, who says it and as of when: what is confirmed and undated has only its words. */
export const toPointItem = (
  point: Point,
  words: Words,
  origin: string,
  after: PhrasingContent[] = [],
): ListItem => ({
  type: 'listItem',
  spread: false,
  // Where it becomes HTML, the point keeps its address.
  data: { hProperties: { id: point.key } },
  children: [
    {
      type: 'paragraph',
      children: [
        ...standingNodes(point, words),
        ...toLine(point.text, origin),
        ...remarks(point, words),
        ...after,
      ],
    },
  ],
})

/** What was changed after publication, and when. */
export const toCorrectionItem = ({ kind, text: said, at }: Correction, words: Words): ListItem => ({
  type: 'listItem',
  spread: false,
  children: [
    {
      type: 'paragraph',
      children: [
        { type: 'strong', children: [text(words.article.corrections[kind])] },
        text(`, ${formatMoment(at, words)}${words.article.colon} ${said}`),
      ],
    },
  ],
})

const standingNodes = ({ standing }: Point, words: Words): PhrasingContent[] =>
  standing === 'confirmed'
    ? []
    : [
        { type: 'strong', children: [text(words.keyPoint.standings[standing])] },
        text(`${words.article.colon} `),
      ]

const remarks = ({ attribution, asOf }: Point, words: Words): PhrasingContent[] => {
  const said = [
    ...(attribution === undefined ? [] : [attribution]),
    ...(asOf === undefined
      ? []
      : [`${words.keyPoint.asOf(isExactDay(asOf))} ${formatPartialDate(asOf, words)}`]),
  ]
  return said.length === 0 ? [] : [text(' '), { type: 'emphasis', children: [text(`(${said.join(', ')})`)] }]
}
