import type { Template } from 'sanity'
import { singletonTypes } from '../schema/schemaTypes.ts'

const reference = (_ref: string) => ({ _type: 'reference', _ref })

/** What a new document begins with, by the list that it is made in. Singletons exist already. */
export function templates(given: Template[]): Template[] {
  return [
    ...given.filter(({ schemaType }) => !singletonTypes.includes(schemaType)),
    {
      id: 'article-of-category',
      title: 'Article in this category',
      schemaType: 'article',
      parameters: [{ name: 'id', type: 'string' }],
      value: ({ id }: { id: string }) => ({ category: reference(id) }),
    },
    {
      id: 'article-of-story',
      title: 'Article of this running story',
      schemaType: 'article',
      parameters: [{ name: 'id', type: 'string' }],
      value: ({ id }: { id: string }) => ({ story: reference(id) }),
    },
    {
      id: 'country-in-region',
      title: 'Country in this region',
      schemaType: 'country',
      parameters: [{ name: 'region', type: 'string' }],
      value: ({ region }: { region: string }) => ({ region }),
    },
  ]
}
