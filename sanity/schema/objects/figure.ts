import { ImageIcon } from '@sanity/icons/Image'
import { defineField, defineType } from '@sanity/types'
import { checkPicture } from './picture.ts'

export const figure = defineType({
  name: 'figure',
  title: 'Picture',
  type: 'object',
  icon: ImageIcon,
  fields: [
    defineField({
      name: 'picture',
      title: 'Picture',
      type: 'picture',
      validation: (rule) => [
        rule.required().error('Upload or choose the picture, or remove this section.'),
        rule.custom(checkPicture),
      ],
    }),
  ],
  preview: {
    select: { title: 'picture.alt', caption: 'picture.caption', media: 'picture' },
    prepare: ({ title, caption, media }) => ({
      title: title ?? 'Picture without alt text',
      subtitle: caption ?? 'Picture',
      media,
    }),
  },
})
