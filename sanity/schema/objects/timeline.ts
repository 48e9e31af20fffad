import { TimelineIcon } from '@sanity/icons/Timeline'
import { defineArrayMember, defineField, defineType } from '@sanity/types'
import { count } from '../rules/previewWords.ts'

export const timeline = defineType({
  name: 'timeline',
  title: 'Timeline',
  type: 'object',
  icon: TimelineIcon,
  fields: [
    defineField({ name: 'heading', title: 'Heading', type: 'string' }),
    defineField({
      name: 'entries',
      title: 'Events',
      type: 'array',
      description: 'The page shows them in this order; oldest first reads best.',
      of: [defineArrayMember({ type: 'timelineEntry' })],
      validation: (rule) => rule.required().min(1).error('Add at least one event, or remove the timeline.'),
    }),
  ],
  preview: {
    select: { heading: 'heading', entries: 'entries' },
    prepare: ({ heading, entries }) => ({
      title: heading ?? 'Timeline',
      subtitle: count(entries, 'event'),
    }),
  },
})
