import { defineArrayMember, defineType } from '@sanity/types'
import { annotations, decorators } from '../parts/textMarks.ts'

export const pointText = defineType({
  name: 'pointText',
  title: 'Text of the point',
  type: 'array',
  of: [
    defineArrayMember({
      type: 'block',
      styles: [{ title: 'Paragraph', value: 'normal' }],
      lists: [],
      marks: { decorators, annotations },
      options: { oneLine: true },
    }),
  ],
})
