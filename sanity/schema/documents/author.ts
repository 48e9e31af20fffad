import { UserIcon } from '@sanity/icons/User'
import { defineArrayMember, defineField, defineType } from '@sanity/types'
import { slugField } from '../parts/slugField.ts'

export const author = defineType({
  name: 'author',
  title: 'Author',
  type: 'document',
  icon: UserIcon,
  fields: [
    defineField({
      name: 'name',
      title: 'Name',
      type: 'string',
      description: 'As in the byline.',
      validation: (rule) => rule.required().error('Name the author.'),
    }),
    slugField({ source: 'name' }),
    defineField({ name: 'role', title: 'Role', type: 'string', description: '“Caucasus correspondent”.' }),
    defineField({ name: 'photo', title: 'Photo', type: 'picture' }),
    defineField({ name: 'bio', title: 'About the author', type: 'text', rows: 4 }),
    defineField({
      name: 'links',
      title: 'Links',
      type: 'array',
      of: [defineArrayMember({ type: 'profileLink' })],
    }),
  ],
  orderings: [{ name: 'name', title: 'Name, A–Z', by: [{ field: 'name', direction: 'asc' }] }],
  preview: {
    select: { title: 'name', subtitle: 'role', photo: 'photo' },
    // Inside a reference the Studio falls back to a blank page, not to the type's own sign.
    prepare: ({ title, subtitle, photo }) => ({ title, subtitle, media: photo ?? UserIcon }),
  },
})
