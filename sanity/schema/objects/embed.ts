import { PlayIcon } from '@sanity/icons/Play'
import { defineField, defineType } from '@sanity/types'
import { checkEmbedUrl } from '../rules/addresses.ts'
import { readText } from '../rules/readValue.ts'

export const embed = defineType({
  name: 'embed',
  title: 'Video',
  type: 'object',
  icon: PlayIcon,
  fields: [
    defineField({
      name: 'provider',
      title: 'Provider',
      type: 'string',
      description: 'Nothing is loaded from the provider until the reader presses play.',
      initialValue: 'youtube',
      options: {
        list: [
          { title: 'YouTube', value: 'youtube' },
          { title: 'Vimeo', value: 'vimeo' },
        ],
        layout: 'radio',
        direction: 'horizontal',
      },
      validation: (rule) => rule.required().error('Choose the provider.'),
    }),
    defineField({
      name: 'url',
      title: 'Address',
      type: 'url',
      description: 'The address of the video’s page, from the browser’s address bar.',
      validation: (rule) => [
        rule.required().error('Give the address of the video.'),
        rule.custom((href, { parent }) => checkEmbedUrl(href, readText(parent, 'provider'))),
      ],
    }),
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      description: 'What the video shows: printed on the button that loads it.',
      validation: (rule) =>
        rule.required().error('Say what the video shows: the button that loads it says so.'),
    }),
  ],
  preview: { select: { title: 'title', subtitle: 'url' } },
})
