import { UsersIcon } from '@sanity/icons/Users'
import { defineField, defineType } from '@sanity/types'
import { readField, readRef, readText } from '../rules/readValue.ts'

export const actor = defineType({
  name: 'actor',
  title: 'Actor',
  type: 'object',
  icon: UsersIcon,
  options: { columns: 2 },
  fields: [
    defineField({
      name: 'country',
      title: 'A country',
      type: 'reference',
      to: [{ type: 'country' }],
      description: 'Shown with its flag and a link.',
      options: { disableNew: true },
    }),
    defineField({
      name: 'name',
      title: 'or a name',
      type: 'string',
      description: 'A party, a body, a person: “European Union”.',
    }),
  ],
  validation: (rule) =>
    rule.custom((value) =>
      readRef(readField(value, 'country')) && readText(value, 'name')
        ? 'The actor is a country or a name, not both: clear one of them.'
        : true,
    ),
  preview: {
    select: { country: 'country.name', name: 'name' },
    prepare: ({ country, name }) => ({ title: country ?? name ?? 'Nobody named' }),
  },
})
