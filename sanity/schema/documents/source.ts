import { BookmarkIcon } from '@sanity/icons/Bookmark'
import { defineField, defineType } from '@sanity/types'
import { checkHttps } from '../rules/addresses.ts'
import { checkPartialDate } from '../rules/partialDate.ts'
import { joinParts } from '../rules/previewWords.ts'

export const source = defineType({
  name: 'source',
  title: 'Source',
  type: 'document',
  icon: BookmarkIcon,
  fields: [
    defineField({
      name: 'publisher',
      title: 'Publisher',
      type: 'string',
      description: 'Who stands behind it: an agency, a ministry, a court.',
      validation: (rule) => rule.required().error('Say who published it.'),
    }),
    defineField({ name: 'title', title: 'Title', type: 'string' }),
    defineField({
      name: 'url',
      title: 'Address',
      type: 'url',
      validation: (rule) => rule.custom(checkHttps),
    }),
    defineField({
      name: 'date',
      title: 'Date',
      type: 'string',
      placeholder: '2023-09-19',
      description: 'When it was published, as far as it is known: 2023, 2023-09 or 2023-09-19.',
      validation: (rule) => rule.custom(checkPartialDate),
    }),
    defineField({
      name: 'readOn',
      title: 'Read on',
      type: 'string',
      placeholder: '2023-09-20',
      description: 'When we read it: pages change.',
      validation: (rule) => rule.custom(checkPartialDate),
    }),
  ],
  orderings: [
    { name: 'publisher', title: 'Publisher, A–Z', by: [{ field: 'publisher', direction: 'asc' }] },
    { name: 'date', title: 'Date, newest first', by: [{ field: 'date', direction: 'desc' }] },
  ],
  preview: {
    select: { publisher: 'publisher', title: 'title', date: 'date' },
    prepare: ({ publisher, title, date }) => ({
      title: title ?? publisher ?? 'Source without a publisher',
      subtitle: joinParts(title ? publisher : undefined, date),
      media: BookmarkIcon,
    }),
  },
})
