import { StackCompactIcon } from '@sanity/icons/StackCompact'
import { defineArrayMember, defineField, defineType } from '@sanity/types'
import { countriesField } from '../parts/countriesField.ts'
import { slugField } from '../parts/slugField.ts'

export const story = defineType({
  name: 'story',
  title: 'Running story',
  type: 'document',
  icon: StackCompactIcon,
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      description: 'What the story is called while it runs: “The Nagorno-Karabakh offensive”.',
      validation: (rule) => rule.required().error('Give the story a title.'),
    }),
    slugField({ source: 'title' }),
    defineField({
      name: 'summary',
      title: 'Summary',
      type: 'text',
      rows: 4,
      description:
        'Where the story stands now. Its timeline is made of the dated key points of its articles.',
    }),
    countriesField({ name: 'countries', title: 'Countries' }),
    defineField({
      name: 'keepOnTop',
      title: 'Keep on top of all stories',
      type: 'boolean',
      description: 'The page of stories shows the others by when they last moved.',
    }),
    defineField({
      name: 'pinned',
      title: 'Articles on top',
      type: 'array',
      description: 'Explainers and main pieces; the rest follows by date.',
      of: [
        defineArrayMember({
          type: 'reference',
          title: 'Article',
          to: [{ type: 'article' }],
          options: { disableNew: true },
        }),
      ],
      validation: (rule) => rule.unique().error('This article is listed twice.'),
    }),
  ],
  orderings: [{ name: 'title', title: 'Title, A–Z', by: [{ field: 'title', direction: 'asc' }] }],
  preview: {
    select: { title: 'title', subtitle: 'summary' },
    prepare: (story) => ({ ...story, media: StackCompactIcon }),
  },
})
