import { type DocumentActionComponent, useDocumentOperation } from 'sanity'
import { readText } from '../../schema/rules/readValue.ts'

/** Sanity's own "Publish", which dates the first publication of an article that has no date yet. */
export function createPublishArticle(publish: DocumentActionComponent): DocumentActionComponent {
  const PublishArticle: DocumentActionComponent = (props) => {
    const { patch } = useDocumentOperation(props.id, props.type)
    const description = publish(props)
    if (!description) return null
    const isDated = readText(props.draft ?? props.published, 'firstPublishedAt') !== undefined
    return {
      ...description,
      onHandle: () => {
        if (!isDated) patch.execute([{ setIfMissing: { firstPublishedAt: new Date().toISOString() } }])
        description.onHandle?.()
      },
    }
  }
  PublishArticle.action = 'publish'
  return PublishArticle
}
