import { HomeIcon } from '@sanity/icons/Home'
import { defineArrayMember, defineField, defineType } from '@sanity/types'
import { readRef } from '../rules/readValue.ts'

export const front = defineType({
  name: 'front',
  title: 'Front',
  type: 'document',
  icon: HomeIcon,
  fields: [
    defineField({
      name: 'lead',
      title: 'Lead',
      type: 'reference',
      description: 'The first article of the front, with its first key points. Empty: the newest article.',
      to: [{ type: 'article' }],
      options: { disableNew: true },
    }),
    defineField({
      name: 'secondary',
      title: 'Beside the lead',
      type: 'array',
      of: [
        defineArrayMember({
          type: 'reference',
          title: 'Article',
          to: [{ type: 'article' }],
          options: { disableNew: true },
        }),
      ],
      validation: (rule) => [
        rule.max(2).error('Only two articles stand beside the lead.'),
        rule.unique().error('This article is listed twice.'),
        rule.custom((secondary, { document }) => {
          const lead = readRef(document?.lead)
          const isLead = lead !== undefined && (secondary ?? []).some((one) => readRef(one) === lead)
          return isLead ? 'The lead need not be listed again.' : true
        }),
      ],
    }),
    defineField({
      name: 'blocks',
      title: 'Blocks',
      type: 'array',
      description: 'The rest of the page from top to bottom.',
      of: [defineArrayMember({ type: 'frontBlock' })],
    }),
  ],
  preview: {
    select: { lead: 'lead.headline', media: 'lead.mainMedia' },
    prepare: ({ lead, media }) => ({ title: 'Front', subtitle: lead, media }),
  },
})
