import { defineField } from '@sanity/types'
import { checkSlug, toSlug } from '../rules/slug.ts'

interface SlugFieldOptions {
  /** The field whose words make the address. */
  source: string
  /** Where the page stands: `/articles/`. Left out for types whose documents have no page of their own. */
  under?: string
  group?: string
}

/** The last part of a page's address. Unique among documents of its type. */
export function slugField({ source, under, group }: SlugFieldOptions) {
  return defineField({
    name: 'slug',
    title: 'Address',
    type: 'slug',
    description: under
      ? `The page stands at ${under}…  When it changes after publication, the old address leads readers to the new one.`
      : 'A short name for addresses.',
    ...(group && { group }),
    options: { source, slugify: toSlug, maxLength: 96 },
    validation: (rule) => [
      rule.required().error('Give the page an address: “Generate” makes one.'),
      rule.custom((slug) => checkSlug(slug)),
    ],
  })
}
