import { SearchIcon } from '@sanity/icons/Search'
import { defineField, defineType } from '@sanity/types'

export const seo = defineType({
  name: 'seo',
  title: 'Search & sharing',
  type: 'object',
  icon: SearchIcon,
  fields: [
    defineField({
      name: 'title',
      title: 'Title in search results',
      type: 'string',
      description: 'Only where the headline does not work out of context. Otherwise the headline is used.',
      validation: (rule) => rule.max(70).warning('Search engines cut titles at about 70 characters.'),
    }),
    defineField({
      name: 'description',
      title: 'Description in search results',
      type: 'text',
      rows: 2,
      description: 'Otherwise the standfirst is used.',
      validation: (rule) => rule.max(160).warning('Search engines cut descriptions at about 160 characters.'),
    }),
    defineField({
      name: 'image',
      title: 'Picture when shared',
      type: 'picture',
      description: 'Otherwise the main picture is used.',
    }),
    defineField({
      name: 'noIndex',
      title: 'Keep out of search engines',
      type: 'boolean',
      description: 'The page can still be read by everybody who has its address.',
      initialValue: false,
    }),
  ],
})
