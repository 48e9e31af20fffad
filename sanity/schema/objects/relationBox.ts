import { TransferIcon } from '@sanity/icons/Transfer'
import { defineField, defineType } from '@sanity/types'

export const relationBox = defineType({
  name: 'relationBox',
  title: 'Relation of two countries',
  type: 'object',
  icon: TransferIcon,
  fields: [
    defineField({
      name: 'relation',
      title: 'Relation',
      type: 'reference',
      to: [{ type: 'relation' }],
      description: 'Shows its summary and last events at this place of the article.',
      validation: (rule) => rule.required().error('Choose the relation, or remove this section.'),
    }),
  ],
  preview: {
    select: { first: 'relation.countries.0.name', second: 'relation.countries.1.name' },
    prepare: ({ first, second }) => ({
      title: first && second ? `${first} and ${second}` : 'No relation chosen',
      subtitle: 'Relation of two countries',
    }),
  },
})
