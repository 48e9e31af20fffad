import { EarthGlobeIcon } from '@sanity/icons/EarthGlobe'
import { defineArrayMember, defineField, defineType } from '@sanity/types'
import { regions } from '../../vocabulary.ts'
import { countriesField } from '../parts/countriesField.ts'
import { slugField } from '../parts/slugField.ts'
import { checkIso2, checkIso3, checkIsoNumeric } from '../rules/countryCodes.ts'
import { joinParts } from '../rules/previewWords.ts'

export const country = defineType({
  name: 'country',
  title: 'Country',
  type: 'document',
  icon: EarthGlobeIcon,
  groups: [
    { name: 'facts', title: 'Facts', default: true },
    { name: 'place', title: 'Name & place' },
    { name: 'about', title: 'About' },
  ],
  fieldsets: [
    {
      name: 'codes',
      title: 'ISO codes',
      description: 'Flag and map are drawn from them; nothing is uploaded.',
      options: { columns: 3 },
    },
  ],
  fields: [
    defineField({
      name: 'name',
      title: 'Name',
      type: 'string',
      group: ['facts', 'place'],
      description: 'As we write it in running text.',
      validation: (rule) => rule.required().error('Name the country.'),
    }),
    defineField({
      name: 'facts',
      title: 'Facts',
      type: 'array',
      group: 'facts',
      description: 'The fact box under every article about the country, in this order.',
      of: [defineArrayMember({ type: 'fact' })],
    }),
    defineField({ name: 'officialName', title: 'Official name', type: 'string', group: 'place' }),
    slugField({ source: 'name', under: '/countries/', group: 'place' }),
    defineField({
      name: 'iso2',
      title: 'Two letters',
      type: 'string',
      group: 'place',
      fieldset: 'codes',
      placeholder: 'AM',
      validation: (rule) => [
        rule.required().error('Give the two-letter code: the flag is drawn from it.'),
        rule.custom(checkIso2),
      ],
    }),
    defineField({
      name: 'iso3',
      title: 'Three letters',
      type: 'string',
      group: 'place',
      fieldset: 'codes',
      placeholder: 'ARM',
      validation: (rule) => [rule.required().error('Give the three-letter code.'), rule.custom(checkIso3)],
    }),
    defineField({
      name: 'isoNumeric',
      title: 'Number',
      type: 'string',
      group: 'place',
      fieldset: 'codes',
      placeholder: '051',
      validation: (rule) => [
        rule.required().error('Give the three-digit code: the map is drawn from it.'),
        rule.custom(checkIsoNumeric),
      ],
    }),
    defineField({
      name: 'region',
      title: 'Region',
      type: 'string',
      group: 'place',
      options: { list: [...regions] },
    }),
    defineField({
      name: 'subregion',
      title: 'Subregion',
      type: 'string',
      group: 'place',
      description: '“Western Asia”, “South America”.',
    }),
    countriesField({ name: 'neighbours', title: 'Neighbours', group: 'place' }),
    defineField({
      name: 'coordinates',
      title: 'Centre of the map',
      type: 'geopoint',
      group: 'place',
      description: 'Degrees, north and east positive.',
    }),
    defineField({
      name: 'about',
      title: 'About',
      type: 'richText',
      group: 'about',
      description: 'A paragraph or two on the country’s own page.',
    }),
  ],
  orderings: [{ name: 'name', title: 'Name, A–Z', by: [{ field: 'name', direction: 'asc' }] }],
  preview: {
    select: { name: 'name', region: 'region', iso3: 'iso3' },
    prepare: ({ name, region, iso3 }) => ({
      title: name ?? 'No name yet',
      subtitle: joinParts(iso3, region),
      media: EarthGlobeIcon,
    }),
  },
})
