import { CalendarIcon } from '@sanity/icons/Calendar'
import { defineField, defineType } from '@sanity/types'
import { checkPartialDate } from '../rules/partialDate.ts'

export const timelineEntry = defineType({
  name: 'timelineEntry',
  title: 'Event',
  type: 'object',
  icon: CalendarIcon,
  fields: [
    defineField({
      name: 'date',
      title: 'Date',
      type: 'string',
      placeholder: '2023-09-19',
      description: 'As far as it is known: 2023, 2023-09 or 2023-09-19.',
      validation: (rule) => [
        rule.required().error('Date the event, as far as the date is known.'),
        rule.custom(checkPartialDate),
      ],
    }),
    defineField({
      name: 'text',
      title: 'What happened',
      type: 'text',
      rows: 2,
      validation: (rule) => rule.required().error('Say what happened.'),
    }),
  ],
  preview: { select: { title: 'text', subtitle: 'date' } },
})
