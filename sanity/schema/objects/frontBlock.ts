import { ThLargeIcon } from '@sanity/icons/ThLarge'
import { defineArrayMember, defineField, defineType } from '@sanity/types'
import { joinParts } from '../rules/previewWords.ts'
import { readField, readText } from '../rules/readValue.ts'

const rules = [
  { title: 'Chosen by hand', value: 'handPicked' },
  { title: 'Newest of a category', value: 'category' },
  { title: 'Newest about a country', value: 'country' },
  { title: 'Newest of a running story', value: 'story' },
  { title: 'Newest on a topic', value: 'topic' },
  { title: 'Newest of all', value: 'latest' },
]

const layouts = [
  { title: 'Four side by side', value: 'fourUp' },
  { title: 'One large, three beside it', value: 'leadAndThree' },
  { title: 'List', value: 'list' },
  { title: 'Map of the countries in the news', value: 'map' },
  { title: 'Timeline of a running story', value: 'story' },
]

const wants = {
  handPicked: 'articles',
  category: 'category',
  country: 'country',
  story: 'story',
  topic: 'topic',
} as const

/** The field that a block's rule reads, if it reads one. */
function wantedField(block: unknown): string | undefined {
  return Object.entries(wants).find(([rule]) => rule === readText(block, 'rule'))?.[1]
}

const onlyFor =
  (field: string) =>
  ({ parent }: { parent: unknown }) =>
    wantedField(parent) !== field

export const frontBlock = defineType({
  name: 'frontBlock',
  title: 'Block',
  type: 'object',
  icon: ThLargeIcon,
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      validation: (rule) => rule.required().error('Give the block a title.'),
    }),
    defineField({
      name: 'rule',
      title: 'Which articles',
      type: 'string',
      initialValue: 'category',
      options: { list: rules },
      validation: (rule) => rule.required().error('Say which articles the block shows.'),
    }),
    defineField({
      name: 'articles',
      title: 'Articles',
      type: 'array',
      of: [defineArrayMember({ type: 'reference', title: 'Article', to: [{ type: 'article' }] })],
      hidden: onlyFor('articles'),
      validation: (rule) => rule.unique().error('This article is listed twice.'),
    }),
    defineField({
      name: 'category',
      title: 'Category',
      type: 'reference',
      to: [{ type: 'category' }],
      hidden: onlyFor('category'),
    }),
    defineField({
      name: 'country',
      title: 'Country',
      type: 'reference',
      to: [{ type: 'country' }],
      hidden: onlyFor('country'),
    }),
    defineField({
      name: 'story',
      title: 'Running story',
      type: 'reference',
      to: [{ type: 'story' }],
      hidden: onlyFor('story'),
    }),
    defineField({
      name: 'topic',
      title: 'Topic',
      type: 'reference',
      to: [{ type: 'topic' }],
      hidden: onlyFor('topic'),
    }),
    defineField({
      name: 'layout',
      title: 'Layout',
      type: 'string',
      initialValue: 'fourUp',
      options: { list: layouts, layout: 'radio' },
      validation: (rule) => [
        rule.required().error('Choose a layout.'),
        rule.custom((layout, { parent }) =>
          layout === 'story' && readText(parent, 'rule') !== 'story'
            ? 'A timeline is that of a running story: choose “Newest of a running story” above.'
            : true,
        ),
      ],
    }),
  ],
  validation: (rule) =>
    rule.custom((block) => {
      const field = wantedField(block)
      if (field === undefined) return true
      const value = readField(block, field)
      const isEmpty = value === undefined || (Array.isArray(value) && value.length === 0)
      if (!isEmpty) return true
      return field === 'articles'
        ? 'Choose the articles of this block.'
        : `Choose the ${field} of this block.`
    }),
  preview: {
    select: { title: 'title', rule: 'rule', layout: 'layout' },
    prepare: ({ title, rule, layout }) => ({
      title: title ?? 'Block without a title',
      subtitle: joinParts(
        rules.find((one) => one.value === rule)?.title,
        layouts.find((one) => one.value === layout)?.title,
      ),
    }),
  },
})
