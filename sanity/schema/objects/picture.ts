import { ImageIcon } from '@sanity/icons/Image'
import { defineField, defineType } from '@sanity/types'
import { readField } from '../rules/readValue.ts'

/** A field with rules of its own does not inherit this one: it names it again. */
export function checkPicture(picture: unknown): true | string {
  if (picture === undefined || readField(picture, 'asset')) return true
  return 'Upload or choose the picture, or remove this entry.'
}

export const picture = defineType({
  name: 'picture',
  title: 'Picture',
  type: 'image',
  icon: ImageIcon,
  description: 'Pages cut it to 3:2 around the hotspot: put the circle on what must stay in view.',
  options: { hotspot: true, accept: 'image/jpeg,image/png,image/webp,image/avif' },
  fields: [
    defineField({
      name: 'alt',
      title: 'Alt text',
      type: 'string',
      description: 'What the picture shows, for readers who cannot see it. Not the caption again.',
      validation: (rule) => [
        rule.required().error('Say what the picture shows: readers who cannot see it hear this.'),
        rule.max(300).warning('Keep the alt text under 300 characters.'),
      ],
    }),
    defineField({
      name: 'caption',
      title: 'Caption',
      type: 'text',
      rows: 2,
      description: 'Printed under the picture: who, where, when.',
    }),
    defineField({
      name: 'credit',
      title: 'Credit',
      type: 'string',
      description: 'Photographer / agency, as it must be printed.',
      validation: (rule) => rule.required().error('Give the credit: no picture runs without one.'),
    }),
  ],
  validation: (rule) => rule.custom(checkPicture),
  preview: { select: { title: 'alt', subtitle: 'credit', media: 'asset' } },
})
