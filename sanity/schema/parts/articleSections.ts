import { defineArrayMember, defineField } from '@sanity/types'

const group = 'sections'

/** The body of an article: its sections and the closing words under the fact boxes. */
export const articleSections = [
  defineField({
    name: 'sections',
    title: 'Sections',
    type: 'array',
    group,
    description: 'Key points carry the story; passages, pictures and the rest stand between them.',
    of: [
      defineArrayMember({ type: 'keyPointsSection' }),
      defineArrayMember({ type: 'passage' }),
      defineArrayMember({ type: 'figure' }),
      defineArrayMember({ type: 'gallery' }),
      defineArrayMember({ type: 'pullQuote' }),
      defineArrayMember({ type: 'timeline' }),
      defineArrayMember({ type: 'table' }),
      defineArrayMember({ type: 'embed' }),
      defineArrayMember({ type: 'relationBox' }),
    ],
    options: {
      insertMenu: {
        filter: false,
        groups: [
          { name: 'text', title: 'Text', of: ['keyPointsSection', 'passage', 'pullQuote'] },
          { name: 'pictures', title: 'Pictures', of: ['figure', 'gallery', 'embed'] },
          { name: 'context', title: 'Context', of: ['timeline', 'table', 'relationBox'] },
        ],
      },
    },
    validation: (rule) => [
      rule.required().error('Write at least one section.'),
      rule.min(1).error('Write at least one section.'),
    ],
  }),
  defineField({
    name: 'closing',
    title: 'Closing',
    type: 'richText',
    group,
    description: 'The last words, under the fact boxes: what to watch, how we know.',
  }),
]
