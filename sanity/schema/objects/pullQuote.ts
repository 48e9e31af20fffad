import { BlockquoteIcon } from '@sanity/icons/Blockquote'
import { defineField, defineType } from '@sanity/types'

export const pullQuote = defineType({
  name: 'pullQuote',
  title: 'Pull quote',
  type: 'object',
  icon: BlockquoteIcon,
  fields: [
    defineField({
      name: 'text',
      title: 'Quotation',
      type: 'text',
      rows: 3,
      description: 'Without quotation marks: the page sets them in the article’s language.',
      validation: (rule) => [
        rule.required().error('Write the quotation, or remove it.'),
        rule.max(280).warning('A pull quote works best under 280 characters.'),
      ],
    }),
    defineField({
      name: 'attribution',
      title: 'Who said it',
      type: 'string',
      description: 'Name and office: “Annalena Baerbock, Germany’s foreign minister”.',
    }),
  ],
  preview: {
    select: { title: 'text', attribution: 'attribution' },
    prepare: ({ title, attribution }) => ({
      title: title ?? 'Nothing quoted yet',
      subtitle: attribution ?? 'Pull quote',
    }),
  },
})
