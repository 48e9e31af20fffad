import { TransferIcon } from '@sanity/icons/Transfer'
import { defineArrayMember, defineField, defineType } from '@sanity/types'

export const relation = defineType({
  name: 'relation',
  title: 'Relation',
  type: 'document',
  icon: TransferIcon,
  fields: [
    defineField({
      name: 'countries',
      title: 'The two countries',
      type: 'array',
      of: [
        defineArrayMember({
          type: 'reference',
          title: 'Country',
          to: [{ type: 'country' }],
          options: { disableNew: true },
        }),
      ],
      validation: (rule) => [
        rule.required().length(2).error('A relation is between exactly two countries.'),
        rule.unique().error('A relation is between two different countries.'),
      ],
    }),
    defineField({
      name: 'summary',
      title: 'Summary',
      type: 'text',
      rows: 5,
      description: 'What they are to each other. Shown under every article that names both.',
      validation: (rule) => rule.required().error('Say what the two countries are to each other.'),
    }),
    defineField({
      name: 'timeline',
      title: 'Timeline',
      type: 'array',
      description: 'Oldest first.',
      of: [defineArrayMember({ type: 'timelineEntry' })],
    }),
  ],
  preview: {
    select: { first: 'countries.0.name', second: 'countries.1.name', subtitle: 'summary' },
    prepare: ({ first, second, subtitle }) => ({
      title: first && second ? `${first} and ${second}` : 'Relation without two countries',
      subtitle,
    }),
  },
})
