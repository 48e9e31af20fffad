import { ThListIcon } from '@sanity/icons/ThList'
import { defineArrayMember, defineField, defineType } from '@sanity/types'
import { count } from '../rules/previewWords.ts'
import { readList } from '../rules/readValue.ts'

export const table = defineType({
  name: 'table',
  title: 'Table',
  type: 'object',
  icon: ThListIcon,
  fields: [
    defineField({
      name: 'caption',
      title: 'Caption',
      type: 'string',
      description: 'What the figures are, and whose: “Displaced people by district, UNHCR, September 2023”.',
    }),
    defineField({
      name: 'columns',
      title: 'Columns',
      type: 'array',
      of: [defineArrayMember({ type: 'string' })],
      validation: (rule) => rule.required().min(1).error('Name the table’s columns.'),
    }),
    defineField({
      name: 'rows',
      title: 'Rows',
      type: 'array',
      of: [defineArrayMember({ type: 'tableRow' })],
      validation: (rule) => rule.required().min(1).error('Add at least one row, or remove the table.'),
    }),
  ],
  validation: (rule) =>
    rule.custom((value) => {
      const wanted = readList(value, 'columns').length
      const uneven = readList(value, 'rows').findIndex((row) => readList(row, 'cells').length !== wanted)
      if (uneven === -1) return true
      return `Row ${uneven + 1} has not as many cells as the table has columns (${wanted}).`
    }),
  preview: {
    select: { caption: 'caption', columns: 'columns', rows: 'rows' },
    prepare: ({ caption, columns, rows }) => ({
      title: caption ?? 'Table',
      subtitle: `${count(columns, 'column')}, ${count(rows, 'row')}`,
    }),
  },
})
