import { BellIcon } from '@sanity/icons/Bell'
import { defineField, defineType } from '@sanity/types'

export const banner = defineType({
  name: 'banner',
  title: 'Breaking line',
  type: 'document',
  icon: BellIcon,
  fields: [
    defineField({
      name: 'text',
      title: 'Text',
      type: 'string',
      description: 'One line across the top of every page.',
      validation: (rule) => [
        rule.required().error('Write the line.'),
        rule.max(120).warning('Keep the line under 120 characters: it must fit a telephone.'),
      ],
    }),
    defineField({
      name: 'link',
      title: 'Article',
      type: 'reference',
      description: 'Where the line leads.',
      to: [{ type: 'article' }],
      options: { disableNew: true },
    }),
    defineField({
      name: 'endsAt',
      title: 'Until',
      type: 'datetime',
      description: 'The line leaves the site by itself at this time.',
      initialValue: () => new Date(Date.now() + 6 * 60 * 60 * 1000).toISOString(),
      validation: (rule) => rule.required().error('Say until when the line runs.'),
    }),
  ],
  orderings: [{ name: 'endsAt', title: 'End, latest first', by: [{ field: 'endsAt', direction: 'desc' }] }],
  preview: {
    select: { title: 'text', endsAt: 'endsAt' },
    prepare: ({ title, endsAt }) => ({
      title: title ?? 'Nothing written yet',
      subtitle: endsAt ? `until ${endsAt.slice(0, 16).replace('T', ' ')} UTC` : 'No end set',
    }),
  },
})
