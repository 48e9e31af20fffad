import { CogIcon } from '@sanity/icons/Cog'
import { defineArrayMember, defineField, defineType } from '@sanity/types'

export const siteSettings = defineType({
  name: 'siteSettings',
  title: 'Site',
  type: 'document',
  icon: CogIcon,
  fields: [
    defineField({
      name: 'name',
      title: 'Name',
      type: 'string',
      description: 'In the masthead and in every page’s title.',
      validation: (rule) => rule.required().error('Name the site.'),
    }),
    defineField({
      name: 'tagline',
      title: 'Tagline',
      type: 'string',
      description: 'A few words beside the name.',
    }),
    defineField({
      name: 'language',
      title: 'Language of the edition',
      type: 'string',
      description:
        'What the site’s own words are in: menus, dates, labels. Articles say their language themselves.',
      options: {
        list: [
          { title: 'English', value: 'en' },
          { title: 'Français', value: 'fr' },
        ],
        layout: 'radio',
      },
      initialValue: 'en',
    }),
    defineField({
      name: 'description',
      title: 'Description',
      type: 'text',
      rows: 2,
      description: 'For search engines and feeds.',
    }),
    defineField({
      name: 'footerPages',
      title: 'Pages in the footer',
      type: 'array',
      of: [defineArrayMember({ type: 'reference', title: 'Page', to: [{ type: 'page' }] })],
      validation: (rule) => rule.unique().error('This page is listed twice.'),
    }),
  ],
  preview: { select: { title: 'name', subtitle: 'tagline' } },
})
