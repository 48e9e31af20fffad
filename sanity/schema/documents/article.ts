import { DocumentTextIcon } from '@sanity/icons/DocumentText'
import { defineType } from '@sanity/types'
import { articleDates } from '../parts/articleDates.ts'
import { articlePlacement } from '../parts/articlePlacement.ts'
import { articleSections } from '../parts/articleSections.ts'
import { articleStory } from '../parts/articleStory.ts'
import { joinParts } from '../rules/previewWords.ts'

export const article = defineType({
  name: 'article',
  title: 'Article',
  type: 'document',
  icon: DocumentTextIcon,
  groups: [
    { name: 'story', title: 'Story', default: true },
    { name: 'sections', title: 'Sections' },
    { name: 'placement', title: 'Placement' },
    { name: 'dates', title: 'Dates & corrections' },
    { name: 'search', title: 'Search & sharing' },
  ],
  fields: [...articleStory, ...articleSections, ...articlePlacement, ...articleDates],
  orderings: [
    {
      name: 'newest',
      title: 'Published, newest first',
      by: [{ field: 'firstPublishedAt', direction: 'desc' }],
    },
    { name: 'edited', title: 'Edited, latest first', by: [{ field: '_updatedAt', direction: 'desc' }] },
    { name: 'headline', title: 'Headline, A–Z', by: [{ field: 'headline', direction: 'asc' }] },
  ],
  preview: {
    select: {
      headline: 'headline',
      category: 'category.title',
      firstPublishedAt: 'firstPublishedAt',
      media: 'mainMedia',
    },
    prepare: ({ headline, category, firstPublishedAt, media }) => ({
      title: headline ?? 'No headline yet',
      subtitle: joinParts(category ?? 'No category', firstPublishedAt?.slice(0, 10) ?? 'Not published yet'),
      media,
    }),
  },
})
