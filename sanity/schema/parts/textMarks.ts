import { EarthGlobeIcon } from '@sanity/icons/EarthGlobe'
import { LinkIcon } from '@sanity/icons/Link'
import { defineArrayMember, defineField } from '@sanity/types'
import { checkLink } from '../rules/addresses.ts'

export const decorators = [
  { title: 'Strong', value: 'strong' },
  { title: 'Emphasis', value: 'em' },
]

const link = defineArrayMember({
  name: 'link',
  title: 'Link',
  type: 'object',
  icon: LinkIcon,
  fields: [
    defineField({
      name: 'href',
      title: 'Address',
      type: 'url',
      description: 'For pages elsewhere. For a country or an article of ours use “Mention”.',
      validation: (rule) => [
        rule.required().error('Give the link an address, or remove it.'),
        rule.uri({ scheme: ['http', 'https', 'mailto'] }).error('A link goes to http, https or mailto only.'),
        rule.custom((href) => checkLink(href)),
      ],
    }),
  ],
})

const mention = defineArrayMember({
  name: 'mention',
  title: 'Mention',
  type: 'object',
  icon: EarthGlobeIcon,
  fields: [
    defineField({
      name: 'document',
      title: 'Country or article',
      type: 'reference',
      description: 'Links these words to its page, and stays right when that page is renamed.',
      to: [{ type: 'country' }, { type: 'article' }],
      validation: (rule) => rule.required().error('Choose the country or article, or remove the mention.'),
    }),
  ],
})

export const annotations = [link, mention]
