import { FolderIcon } from '@sanity/icons/Folder'
import { defineField, defineType } from '@sanity/types'
import { slugField } from '../parts/slugField.ts'

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
