import { defineArrayMember, defineField } from '@sanity/types'

/** A list of countries of ours, each once. */
export const countriesField = (field: {
  name: string
  title: string
  group?: string
  description?: string
}) =>
  defineField({
    ...field,
    type: 'array',
    of: [
      defineArrayMember({
        type: 'reference',
        title: 'Country',
        to: [{ type: 'country' }],
        options: { disableNew: true },
      }),
    ],
    validation: (rule) => rule.unique().error('This country is listed twice.'),
  })
