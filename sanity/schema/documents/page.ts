import { DocumentIcon } from '@sanity/icons/Document'
import { defineField, defineType } from '@sanity/types'
import { slugField } from '../parts/slugField.ts'

export const page = defineType({
  name: 'page',
  title: 'Page',
  type: 'document',
  icon: DocumentIcon,
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      description: '“About us”, “How we correct mistakes”.',
      validation: (rule) => rule.required().error('Give the page a title.'),
    }),
    slugField({ source: 'title', under: '/' }),
    defineField({
      name: 'body',
      title: 'Text',
      type: 'richText',
      validation: (rule) => rule.required().min(1).error('Write the page.'),
    }),
  ],
  preview: {
    select: { title: 'title', slug: 'slug.current' },
    prepare: ({ title, slug }) => ({
      title: title ?? 'No title yet',
      subtitle: slug ? `/${slug}` : undefined,
    }),
  },
})
