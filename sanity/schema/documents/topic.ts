import { TagIcon } from '@sanity/icons/Tag'
import { defineField, defineType } from '@sanity/types'
import { slugField } from '../parts/slugField.ts'

export const topic = defineType({
  name: 'topic',
  title: 'Topic',
  type: 'document',
  icon: TagIcon,
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      description: 'A matter that runs through many stories: “Refugees”.',
      validation: (rule) => rule.required().error('Give the topic a title.'),
    }),
    slugField({ source: 'title' }),
    defineField({ name: 'description', title: 'Description', type: 'text', rows: 2 }),
  ],
  orderings: [{ name: 'title', title: 'Title, A–Z', by: [{ field: 'title', direction: 'asc' }] }],
  preview: {
    select: { title: 'title', subtitle: 'description' },
    prepare: (topic) => ({ ...topic, media: TagIcon }),
  },
})
