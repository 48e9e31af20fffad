import { BlockContentIcon } from '@sanity/icons/BlockContent'
import { defineField, defineType } from '@sanity/types'
import { toPlainText } from '../rules/plainText.ts'

export const passage = defineType({
  name: 'passage',
  title: 'Passage',
  type: 'object',
  icon: BlockContentIcon,
  fields: [
    defineField({
      name: 'text',
      title: 'Text',
      type: 'richText',
      description: 'Running text between sections of key points.',
      validation: (rule) => rule.required().min(1).error('Write the passage, or remove it.'),
    }),
  ],
  preview: {
    select: { text: 'text' },
    prepare: ({ text }) => ({
      title: toPlainText(text) || 'Nothing written yet',
      subtitle: 'Passage',
    }),
  },
})
