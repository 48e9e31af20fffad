import { defineArrayMember, defineField } from '@sanity/types'

const group = 'dates'

/** Dates that readers see, corrections, and what search engines are told. */
export const articleDates = [
  defineField({
    name: 'firstPublishedAt',
    title: 'First published',
    type: 'datetime',
    group,
    description: 'Set by the first “Publish”. Change it only for an article that appeared elsewhere before.',
    validation: (rule) =>
      rule
        .custom((firstPublishedAt, { document }) =>
          firstPublishedAt || !document?._id.startsWith('versions.')
            ? true
            : 'A release does not date it. Write when it will appear, or readers see the day it was begun.',
        )
        .warning(),
  }),
  defineField({
    name: 'updatedAt',
    title: 'Updated',
    type: 'datetime',
    group,
    description: 'Readers see it. Set it when the story has news, not for a comma.',
    validation: (rule) =>
      rule.custom((updatedAt, { document }) => {
        const first = document?.firstPublishedAt
        if (!updatedAt || typeof first !== 'string' || Date.parse(updatedAt) >= Date.parse(first)) return true
        return 'The update is dated before the first publication.'
      }),
  }),
  defineField({
    name: 'corrections',
    title: 'Corrections',
    type: 'array',
    group,
    description: 'What we got wrong, said openly. They are never removed.',
    of: [defineArrayMember({ type: 'correction' })],
  }),
  defineField({ name: 'seo', title: 'Search & sharing', type: 'seo', group: 'search' }),
]
