import { FolderIcon } from '@sanity/icons/Folder'
import { defineField, defineType } from '@sanity/types'
import { slugField } from '../parts/slugField.ts'
import { readRef } from '../rules/readValue.ts'

const accents = [
  { title: 'World', value: 'world' },
  { title: 'Conflict', value: 'conflict' },
  { title: 'Economy', value: 'economy' },
  { title: 'Climate', value: 'climate' },
  { title: 'Science', value: 'science' },
  { title: 'Culture', value: 'culture' },
  { title: 'Society', value: 'society' },
]

export const category = defineType({
  name: 'category',
  title: 'Category',
  type: 'document',
  icon: FolderIcon,
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      description: 'One word if possible: it stands in the menu.',
      validation: (rule) => rule.required().error('Give the category a title.'),
    }),
    slugField({ source: 'title', under: '/categories/' }),
    defineField({
      name: 'description',
      title: 'Description',
      type: 'text',
      rows: 2,
      description: 'A sentence under the title of its page.',
    }),
    defineField({
      name: 'parent',
      title: 'Lies under',
      type: 'reference',
      to: [{ type: 'category' }],
      description:
        'Only for a category within another one: its articles appear there too, and it is not in the menu.',
      options: { disableNew: true, filter: '!defined(parent)' },
      validation: (rule) =>
        rule.custom((parent, { document }) =>
          parent !== undefined && readRef(parent) === document?._id.replace(/^drafts\./, '')
            ? 'A category cannot lie under itself.'
            : true,
        ),
    }),
    defineField({
      name: 'order',
      title: 'Place in the menu',
      type: 'number',
      description: 'Small numbers come first.',
    }),
    defineField({
      name: 'accent',
      title: 'Colour',
      type: 'string',
      description: 'The hue its labels are printed in.',
      options: { list: accents },
      validation: (rule) => rule.required().error('Choose the colour.'),
    }),
  ],
  orderings: [{ name: 'order', title: 'As in the menu', by: [{ field: 'order', direction: 'asc' }] }],
  preview: { select: { title: 'title', subtitle: 'description' } },
})
