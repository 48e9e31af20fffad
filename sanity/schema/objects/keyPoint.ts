import { BulbOutlineIcon } from '@sanity/icons/BulbOutline'
import { defineArrayMember, defineField, defineType } from '@sanity/types'
import { previewStanding, standings } from '../parts/standings.ts'
import { checkPartialDate } from '../rules/partialDate.ts'
import { toPlainText } from '../rules/plainText.ts'
import { joinParts } from '../rules/previewWords.ts'
import { readText } from '../rules/readValue.ts'

export const keyPoint = defineType({
  name: 'keyPoint',
  title: 'Key point',
  type: 'object',
  icon: BulbOutlineIcon,
  fieldsets: [
    {
      name: 'standing',
      title: 'How sure are we?',
      description: 'Readers see the standing beside every point that is not confirmed.',
    },
  ],
  fields: [
    defineField({
      name: 'text',
      title: 'The point',
      type: 'pointText',
      description: 'One thing in one paragraph, which can be read without the others.',
      validation: (rule) => [
        rule.required().error('Write the point, or remove it.'),
        rule.max(1).error('A key point is one paragraph: make a second point of the rest.'),
        rule.custom((text) =>
          text !== undefined && toPlainText(text) === '' ? 'Write the point, or remove it.' : true,
        ),
      ],
    }),
    defineField({
      name: 'asOf',
      title: 'As of',
      type: 'string',
      placeholder: '2023-09-19',
      description:
        'The day it happened or was true, as far as it is known: 2023, 2023-09 or 2023-09-19. It places the point in the timeline of a running story.',
      validation: (rule) => rule.custom(checkPartialDate),
    }),
    defineField({
      name: 'standing',
      title: 'Standing',
      type: 'string',
      fieldset: 'standing',
      initialValue: 'confirmed',
      options: { list: standings, layout: 'radio' },
      validation: (rule) => rule.required().error('Say how sure we are of this point.'),
    }),
    defineField({
      name: 'attribution',
      title: 'Attribution',
      type: 'string',
      fieldset: 'standing',
      description: 'Who says so: “Azerbaijan’s defence ministry”.',
      validation: (rule) =>
        rule.custom((attribution, { parent }) => {
          if (readText(parent, 'standing') !== 'claimed' || attribution?.trim()) return true
          return 'Say who claims it: a claimed point needs an attribution.'
        }),
    }),
    defineField({
      name: 'sources',
      title: 'Sources',
      type: 'array',
      description: 'What we read. Readers see them as numbers that lead to the list under the article.',
      of: [defineArrayMember({ type: 'reference', title: 'Source', to: [{ type: 'source' }] })],
      validation: (rule) => rule.unique().error('This source is listed twice.'),
    }),
  ],
  preview: {
    select: { text: 'text', standing: 'standing', attribution: 'attribution', asOf: 'asOf' },
    prepare: ({ text, standing, attribution, asOf }) => {
      const { word, icon } = previewStanding(standing)
      return {
        title: toPlainText(text) || 'Nothing written yet',
        subtitle: joinParts(word, attribution, asOf),
        media: icon,
      }
    },
  },
})
