import { defineArrayMember, defineField } from '@sanity/types'
import { checkLanguage } from '../rules/language.ts'
import { slugField } from './slugField.ts'

const group = 'story'

/** What stands above the first section: the form's first tab. */
export const articleStory = [
  defineField({
    name: 'kicker',
    title: 'Kicker',
    type: 'string',
    group,
    description: 'A word or two above the headline: the place or the matter. “Nagorno-Karabakh”.',
    validation: (rule) => rule.max(40).warning('Keep the kicker under 40 characters.'),
  }),
  defineField({
    name: 'headline',
    title: 'Headline',
    type: 'string',
    group,
    description: 'What is new, in at most 120 characters.',
    validation: (rule) => [
      rule.required().error('Write a headline.'),
      rule.max(120).error('Shorten the headline to 120 characters.'),
    ],
  }),
  slugField({ source: 'headline', under: '/articles/', group }),
  defineField({
    name: 'standfirst',
    title: 'Standfirst',
    type: 'text',
    rows: 3,
    group,
    description:
      'The story in one or two sentences, in at most 320 characters. Lists and search results show it.',
    validation: (rule) => [
      rule.required().error('Write a standfirst: lists and search results show it.'),
      rule.max(320).error('Shorten the standfirst to 320 characters.'),
    ],
  }),
  defineField({
    name: 'authors',
    title: 'By',
    type: 'array',
    group,
    description: 'In the order of the byline.',
    of: [defineArrayMember({ type: 'reference', title: 'Author', to: [{ type: 'author' }] })],
    validation: (rule) => [
      rule.required().error('Say who wrote it.'),
      rule.min(1).error('Say who wrote it.'),
      rule.unique().error('This author is listed twice.'),
    ],
  }),
  defineField({
    name: 'mainMedia',
    title: 'Main picture',
    type: 'picture',
    group,
    description:
      'Above the text, and wherever the article is listed. Put the circle on what must stay in view.',
  }),
  defineField({
    name: 'language',
    title: 'Language',
    type: 'string',
    group,
    initialValue: 'en',
    description:
      'A language tag: en, fr, ar, pt-BR. It decides quotation marks and the direction of the page.',
    validation: (rule) => rule.custom(checkLanguage),
  }),
]
