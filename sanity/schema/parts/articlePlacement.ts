import { defineArrayMember, defineField } from '@sanity/types'
import { readList, readRef } from '../rules/readValue.ts'
import { countriesField } from './countriesField.ts'

const group = 'placement'

/** Where readers meet the article: its category, countries, topics, running story and neighbours. */
export const articlePlacement = [
  defineField({
    name: 'category',
    title: 'Category',
    type: 'reference',
    group,
    to: [{ type: 'category' }],
    options: { disableNew: true },
    validation: (rule) => rule.required().error('Choose a category: the article stands on its page.'),
  }),
  countriesField({
    name: 'countries',
    title: 'Countries',
    group,
    description: 'The countries it is about. Their fact boxes follow the article in this order.',
  }),
  defineField({
    name: 'topics',
    title: 'Topics',
    type: 'array',
    group,
    of: [defineArrayMember({ type: 'reference', title: 'Topic', to: [{ type: 'topic' }] })],
    validation: (rule) => rule.unique().error('This topic is listed twice.'),
  }),
  defineField({
    name: 'story',
    title: 'Running story',
    type: 'reference',
    group,
    description: 'Its dated key points join the story’s timeline.',
    to: [{ type: 'story' }],
  }),
  defineField({
    name: 'relatedPinned',
    title: 'Related: always show',
    type: 'array',
    group,
    description: 'Shown first under the article; the rest is found by countries, topics and story.',
    of: [
      defineArrayMember({
        type: 'reference',
        title: 'Article',
        to: [{ type: 'article' }],
        options: { disableNew: true },
      }),
    ],
    validation: (rule) => rule.unique().error('This article is listed twice.'),
  }),
  defineField({
    name: 'relatedBlocked',
    title: 'Related: never show',
    type: 'array',
    group,
    of: [
      defineArrayMember({
        type: 'reference',
        title: 'Article',
        to: [{ type: 'article' }],
        options: { disableNew: true },
      }),
    ],
    validation: (rule) => [
      rule.unique().error('This article is listed twice.'),
      rule.custom((blocked, { document }) => {
        const pinned = new Set(readList(document, 'relatedPinned').map(readRef))
        const isPinnedToo = (blocked ?? []).some((one) => pinned.has(readRef(one)))
        return isPinnedToo ? 'The same article is under “always show”: keep it in one of the two.' : true
      }),
    ],
  }),
]
