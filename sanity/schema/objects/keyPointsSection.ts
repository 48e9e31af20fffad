import { UlistIcon } from '@sanity/icons/Ulist'
import { defineArrayMember, defineField, defineType } from '@sanity/types'
import { count, joinParts } from '../rules/previewWords.ts'

const kinds = [
  { title: 'Development: what happened', value: 'development' },
  { title: 'Background: how it came to this', value: 'background' },
  { title: 'Aims: what an actor wants', value: 'aims' },
  { title: 'Response: how others reacted', value: 'response' },
  { title: 'Mediation: who tries to settle it', value: 'mediation' },
  { title: 'Impact: what it does to people', value: 'impact' },
  { title: 'What next', value: 'whatNext' },
]

export const keyPointsSection = defineType({
  name: 'keyPointsSection',
  title: 'Key points',
  type: 'object',
  icon: UlistIcon,
  fields: [
    defineField({
      name: 'heading',
      title: 'Heading',
      type: 'string',
      description: 'Without a colon at the end.',
      validation: (rule) => [
        rule.required().error('Give the section a heading.'),
        rule.max(90).warning('Keep the heading under 90 characters: it stands on one or two lines.'),
      ],
    }),
    defineField({
      name: 'kind',
      title: 'Kind',
      type: 'string',
      description: 'What the section does in the story; pages gather points by it.',
      initialValue: 'development',
      options: { list: kinds, layout: 'dropdown' },
    }),
    defineField({
      name: 'actor',
      title: 'Who it is about',
      type: 'actor',
      description: 'If all its points are about one country, party or body.',
      options: { collapsible: true, collapsed: true },
    }),
    defineField({
      name: 'points',
      title: 'Points',
      type: 'array',
      description: 'Each has an address of its own, which stays when you move it.',
      of: [defineArrayMember({ type: 'keyPoint' })],
      validation: (rule) => [
        rule.required().error('Add at least one point, or remove the section.'),
        rule.min(1).error('Add at least one point, or remove the section.'),
      ],
    }),
  ],
  preview: {
    select: { heading: 'heading', country: 'actor.country.name', name: 'actor.name', points: 'points' },
    prepare: ({ heading, country, name, points }) => ({
      title: heading ?? 'Key points without a heading',
      subtitle: joinParts(country ?? name, count(points, 'point')),
    }),
  },
})
