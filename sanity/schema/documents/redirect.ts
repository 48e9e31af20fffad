import { ArrowRightIcon } from '@sanity/icons/ArrowRight'
import { defineField, defineType } from '@sanity/types'
import { checkOldPath, checkPath } from '../rules/addresses.ts'
import { readText } from '../rules/readValue.ts'

/** The types whose documents have a page at an address of their own. */
const paged = ['article', 'category', 'country', 'topic', 'story', 'author', 'page']

const isWithdrawn = (document: unknown) => readText(document, 'kind') === 'withdrawn'
const isOfTheSystem = (document: unknown) => readText(document, 'keptBy') === 'system'

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
      description:
        'The address that readers may still have. What is published there now is never led away from.',
      readOnly: ({ document }) => isOfTheSystem(document),
      validation: (rule) => [rule.required().error('Give the old path.'), rule.custom(checkOldPath)],
    }),
    defineField({
      name: 'kind',
      title: 'What became of it',
      type: 'string',
      initialValue: 'moved',
      readOnly: ({ document }) => isOfTheSystem(document),
      options: {
        layout: 'radio',
        direction: 'horizontal',
        list: [
          { title: 'It moved', value: 'moved' },
          { title: 'It was withdrawn', value: 'withdrawn' },
        ],
      },
      validation: (rule) => rule.required().error('Say whether the page moved or was withdrawn.'),
    }),
    defineField({
      name: 'target',
      title: 'Document',
      type: 'reference',
      weak: true,
      description:
        'Readers are led to wherever it stands by then; while it is not published, they read a note.',
      to: paged.map((type) => ({ type })),
      options: { disableNew: true },
      readOnly: ({ document }) => isOfTheSystem(document),
      validation: (rule) =>
        rule.custom((target, { document }) =>
          isWithdrawn(document) || target || readText(document, 'to')
            ? true
            : 'Choose the document that readers are led to, or write a path under “To”.',
        ),
    }),
    defineField({
      name: 'to',
      title: 'To',
      type: 'string',
      placeholder: '/countries',
      description: 'Instead of a document: a path on this site.',
      hidden: ({ document }) => isOfTheSystem(document) || isWithdrawn(document),
      validation: (rule) => [
        rule.custom(checkPath),
        rule.custom((to, { document }) => {
          if (to === undefined) return true
          if (to === document?.from) return 'A redirect cannot lead to itself.'
          return document?.target ? 'Choose a document or a path, not both.' : true
        }),
      ],
    }),
    defineField({
      name: 'title',
      title: 'What it was called',
      type: 'string',
      description: 'Readers of the note are told. Clear it where that must not be said.',
    }),
    defineField({
      name: 'at',
      title: 'Since',
      type: 'datetime',
      initialValue: () => new Date().toISOString(),
      readOnly: ({ document }) => isOfTheSystem(document),
    }),
    defineField({
      name: 'keptBy',
      title: 'Kept by',
      type: 'string',
      description: 'The system keeps a redirect when an address changes. An editor’s own goes before it.',
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
  orderings: [
    { name: 'at', title: 'Since, latest first', by: [{ field: 'at', direction: 'desc' }] },
    { name: 'from', title: 'From, A–Z', by: [{ field: 'from', direction: 'asc' }] },
  ],
  preview: {
    select: { from: 'from', kind: 'kind', to: 'to', title: 'title' },
    prepare: ({ from, kind, to, title }) => ({
      title: from ?? 'No address yet',
      subtitle: [kind === 'withdrawn' ? 'withdrawn' : 'moved', to ?? title].filter(Boolean).join(' · '),
    }),
  },
})
