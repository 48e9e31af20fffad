import { defineArrayMember, defineType } from '@sanity/types'
import { annotations, decorators } from '../parts/textMarks.ts'
import { toPlainText } from '../rules/plainText.ts'

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
  validation: (rule) => [
    rule.max(1).error('A key point is one paragraph: make a second point of the rest.'),
    rule.custom((blocks) =>
      blocks !== undefined && toPlainText(blocks) === '' ? 'Write the point, or remove it.' : true,
    ),
  ],
})
