import { LaunchIcon } from '@sanity/icons/Launch'
import type { DocumentActionComponent } from 'sanity'
import { readField, readText } from '../../schema/rules/readValue.ts'
import { addressOf } from '../addressOf.ts'

/** Shows the published page in a tab of its own. */
export function createOpenOnSite(siteUrl: string): DocumentActionComponent {
  const OpenOnSite: DocumentActionComponent = ({ published, type }) => {
    const address = addressOf(type, readText(readField(published, 'slug'), 'current'))
    const isPublished = published !== null && address !== undefined
    return {
      label: 'Open on the site',
      icon: LaunchIcon,
      disabled: !isPublished,
      title: isPublished ? `${siteUrl}${address}` : 'Publish it first: readers cannot see it yet.',
      onHandle: () => {
        window.open(`${siteUrl}${address}`, '_blank', 'noopener')
      },
    }
  }
  return OpenOnSite
}
