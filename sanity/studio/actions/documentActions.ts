import type { DocumentActionComponent, DocumentActionsContext } from 'sanity'
import { singletonTypes } from '../../schema/schemaTypes.ts'
import { isPaged } from '../addressOf.ts'
import { createOpenOnSite } from './openOnSite.ts'
import { createPublishArticle } from './publishArticle.ts'

const forSingletons = new Set(['publish', 'discardChanges', 'restore'])

/** The buttons of a document, by its type. */
export function documentActions(siteUrl: string) {
  const openOnSite = createOpenOnSite(siteUrl)
  // Made once for each of Sanity's actions: a component that is new at every render loses its state.
  const publishers = new Map<DocumentActionComponent, DocumentActionComponent>()
  const publishArticle = (publish: DocumentActionComponent) => {
    const known = publishers.get(publish) ?? createPublishArticle(publish)
    publishers.set(publish, known)
    return known
  }
  return (actions: DocumentActionComponent[], { schemaType }: DocumentActionsContext) => {
    const offered = singletonTypes.includes(schemaType)
      ? actions.filter(({ action }) => action !== undefined && forSingletons.has(action))
      : actions.map((one) =>
          schemaType === 'article' && one.action === 'publish' ? publishArticle(one) : one,
        )
    return isPaged(schemaType) ? [...offered, openOnSite] : offered
  }
}
