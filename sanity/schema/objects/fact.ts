import { InfoOutlineIcon } from '@sanity/icons/InfoOutline'
import { defineField, defineType } from '@sanity/types'
import { checkPartialDate } from '../rules/partialDate.ts'
import { joinParts } from '../rules/previewWords.ts'

const kinds = [
  { title: 'Location', value: 'location' },
  { title: 'Capital', value: 'capital' },
  { title: 'Official language', value: 'officialLanguage' },
  { title: 'Major religion', value: 'majorReligion' },
  { title: 'Population', value: 'population' },
  { title: 'Currency', value: 'currency' },
  { title: 'Government', value: 'government' },
  { title: 'Area', value: 'area' },
  { title: 'Notable for', value: 'notableFor' },
  { title: 'Other', value: 'other' },
]

export const fact = defineType({
  name: 'fact',
  title: 'Fact',
  type: 'object',
  icon: InfoOutlineIcon,
  fields: [
    defineField({
      name: 'kind',
      title: 'Kind',
      type: 'string',
      options: { list: kinds },
      validation: (rule) => rule.required().error('Say what kind of fact this is.'),
    }),
    defineField({
      name: 'value',
      title: 'Fact',
      type: 'text',
      rows: 2,
      description: 'As it is printed in the fact box: “Yerevan”, “About 3 million (2022)”.',
      validation: (rule) => rule.required().error('Write the fact.'),
    }),
    defineField({
      name: 'checkedOn',
      title: 'Checked on',
      type: 'string',
      placeholder: '2023-09-19',
      description: 'When somebody last looked it up: 2023, 2023-09 or 2023-09-19. Readers see it.',
      validation: (rule) => rule.custom(checkPartialDate),
    }),
    defineField({ name: 'source', title: 'Source', type: 'reference', to: [{ type: 'source' }] }),
  ],
  preview: {
    select: { kind: 'kind', value: 'value', checkedOn: 'checkedOn', publisher: 'source.publisher' },
    prepare: ({ kind, value, checkedOn, publisher }) => ({
      title: value ?? 'No fact yet',
      subtitle: joinParts(
        kinds.find((one) => one.value === kind)?.title,
        publisher,
        checkedOn ? `checked ${checkedOn}` : 'not checked',
      ),
    }),
  },
})
