import { LinkIcon } from '@sanity/icons/Link'
import { defineField, defineType } from '@sanity/types'
import { checkHttps } from '../rules/addresses.ts'

export const profileLink = defineType({
  name: 'profileLink',
  title: 'Link',
  type: 'object',
  icon: LinkIcon,
  fields: [
    defineField({
      name: 'label',
      title: 'Label',
      type: 'string',
      validation: (rule) => rule.required().error('Say where the link goes: “Mastodon”.'),
    }),
    defineField({
      name: 'url',
      title: 'Address',
      type: 'url',
      validation: (rule) => [rule.required().error('Give the link an address.'), rule.custom(checkHttps)],
    }),
  ],
  preview: { select: { title: 'label', subtitle: 'url' } },
})
