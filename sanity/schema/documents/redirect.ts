import { ArrowRightIcon } from '@sanity/icons/ArrowRight'
import { defineField, defineType } from '@sanity/types'
import { checkPath } from '../rules/addresses.ts'

export const redirect = defineType({
  name: 'redirect',
  title: 'Redirect',
  type: 'document',
  icon: ArrowRightIcon,
  fields: [
    defineField({
      name: 'from',
      title: 'From',
      type: 'string',
      placeholder: '/articles/old-headline',
      description: 'The address that readers may still have.',
      validation: (rule) => [rule.required().error('Give the old path.'), rule.custom(checkPath)],
    }),
    defineField({
      name: 'to',
      title: 'To',
      type: 'string',
      placeholder: '/articles/new-headline',
      validation: (rule) => [
        rule.required().error('Give the new path.'),
        rule.custom(checkPath),
        rule.custom((to, { document }) =>
          to !== undefined && to === document?.from ? 'A redirect cannot lead to itself.' : true,
        ),
      ],
    }),
    defineField({
      name: 'keptBy',
      title: 'Kept by',
      type: 'string',
      description: 'The system keeps a redirect when an address changes; editors may add their own.',
      initialValue: 'editor',
      readOnly: true,
      options: {
        list: [
          { title: 'The system', value: 'system' },
          { title: 'An editor', value: 'editor' },
        ],
      },
    }),
  ],
  orderings: [{ name: 'from', title: 'From, A–Z', by: [{ field: 'from', direction: 'asc' }] }],
  preview: { select: { title: 'from', subtitle: 'to' } },
})
