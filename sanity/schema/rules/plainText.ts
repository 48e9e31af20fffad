import { readList, readText } from './readValue.ts'

/** The words of a Portable Text value, its blocks joined by a space: for previews and for "is it empty?". */
export function toPlainText(value: unknown): string {
  const blocks: readonly unknown[] = Array.isArray(value) ? value : []
  return blocks
    .map((block) =>
      readList(block, 'children')
        .map((span) => readText(span, 'text') ?? '')
        .join(''),
    )
    .join(' ')
    .trim()
}
