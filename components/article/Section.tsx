import type { ArticleSection } from '../../lib/model/article.ts'
import { KeyPointsSection } from '../keyPoints/KeyPointsSection.tsx'
import { CaptionedPicture } from '../media/CaptionedPicture.tsx'
import { RichText } from '../text/RichText.tsx'
import { DataTable } from './DataTable.tsx'
import { EmbedLink } from './EmbedLink.tsx'
import { Gallery } from './Gallery.tsx'
import { PullQuote } from './PullQuote.tsx'
import { RelationBox } from './RelationBox.tsx'
import { Timeline } from './Timeline.tsx'

const FIGURE_SIZES = '(min-width: 80rem) 674px, (min-width: 64rem) 56vw, 100vw'

/** One part of an article, whatever kind it is. */
export const Section = ({ section }: { section: ArticleSection }) => {
  switch (section.kind) {
    case 'keyPoints':
      return <KeyPointsSection section={section} />
    case 'passage':
      return <RichText text={section.text} />
    case 'figure':
      return <CaptionedPicture picture={section.picture} sizes={FIGURE_SIZES} />
    case 'gallery':
      return <Gallery gallery={section} />
    case 'pullQuote':
      return <PullQuote quote={section} />
    case 'timeline':
      return <Timeline timeline={section} />
    case 'table':
      return <DataTable table={section} />
    case 'embed':
      return <EmbedLink embed={section} />
    case 'relationBox':
      return <RelationBox relation={section.relation} />
  }
}
