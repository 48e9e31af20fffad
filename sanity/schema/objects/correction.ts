import { EditIcon } from '@sanity/icons/Edit'
import { defineField, defineType } from '@sanity/types'
import { joinParts } from '../rules/previewWords.ts'

const kinds = [
  { title: 'Correction: we were wrong', value: 'correction' },
  { title: 'Clarification: right, but it could be misread', value: 'clarification' },
  { title: 'Update: the facts have moved on', value: 'update' },
]

export const correction = defineType({
  name: 'correction',
  title: 'Correction',
  type: 'object',
  icon: EditIcon,
  fields: [
    defineField({
      name: 'kind',
      title: 'Kind',
      type: 'string',
      initialValue: 'correction',
      options: { list: kinds, layout: 'radio' },
      validation: (rule) =>
        rule.required().error('Say whether this is a correction, a clarification or an update.'),
    }),
    defineField({
      name: 'text',
      title: 'Text',
      type: 'text',
      rows: 3,
      description: 'What it said, and what is right. Printed on the article and on the page of corrections.',
      validation: (rule) => rule.required().error('Say what it said, and what is right.'),
    }),
    defineField({
      name: 'at',
      title: 'When',
      type: 'datetime',
      initialValue: () => new Date().toISOString(),
      validation: (rule) => rule.required().error('Say when the correction was made.'),
    }),
  ],
  preview: {
    select: { text: 'text', kind: 'kind', at: 'at' },
    prepare: ({ text, kind, at }) => ({
      title: text ?? 'Nothing written yet',
      subtitle: joinParts(kinds.find((one) => one.value === kind)?.title.split(':')[0], at?.slice(0, 10)),
    }),
  },
})
