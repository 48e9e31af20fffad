import { ImagesIcon } from '@sanity/icons/Images'
import { defineArrayMember, defineField, defineType } from '@sanity/types'
import { count } from '../rules/previewWords.ts'

export const gallery = defineType({
  name: 'gallery',
  title: 'Gallery',
  type: 'object',
  icon: ImagesIcon,
  fields: [
    defineField({ name: 'heading', title: 'Heading', type: 'string' }),
    defineField({
      name: 'pictures',
      title: 'Pictures',
      type: 'array',
      description: 'In the order in which they are shown. Several can be dropped here at once.',
      of: [defineArrayMember({ type: 'picture' })],
      options: { layout: 'grid' },
      validation: (rule) =>
        rule.required().min(2).error('A gallery has two pictures or more; for one, use “Picture”.'),
    }),
  ],
  preview: {
    select: { heading: 'heading', pictures: 'pictures', media: 'pictures.0' },
    prepare: ({ heading, pictures, media }) => ({
      title: heading ?? 'Gallery',
      subtitle: count(pictures, 'picture'),
      media,
    }),
  },
})
