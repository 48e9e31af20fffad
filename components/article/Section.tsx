import type { Words } from '../../lib/format/words/wordsFor.ts'
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

const FIGURE_SIZES = '(min-width: 80rem) 674px, (min-width: 64rem) 56vw, calc(100vw - 2rem)'

interface Props {
  section: ArticleSection
  /** In the article's language where the interface has it. */
  words: Words
  /** In the edition's language, in which relations are kept. */
  edition: Words
}

/** One part of an article at its own address, which is its heading's where it has one. */
export const Section = (props: Props) => {
  const { section } = props
  const isHeaded = 'heading' in section && section.heading !== undefined
  return isHeaded ? (
    <Part {...props} />
  ) : (
    <div id={section.key} suppressHydrationWarning>
      <Part {...props} />
    </div>
  )
}

const Part = ({ section, words, edition }: Props) => {
  switch (section.kind) {
    case 'keyPoints':
      return <KeyPointsSection section={section} words={words} />
    case 'passage':
      return <RichText text={section.text} />
    case 'figure':
      return <CaptionedPicture picture={section.picture} sizes={FIGURE_SIZES} />
    case 'gallery':
      return <Gallery gallery={section} words={words} />
    case 'pullQuote':
      return <PullQuote quote={section} />
    case 'timeline':
      return <Timeline timeline={section} words={words} />
    case 'table':
      return <DataTable table={section} words={words} />
    case 'embed':
      return <EmbedLink embed={section} words={words} />
    case 'relationBox':
      return <RelationBox relation={section.relation} words={edition} />
  }
}
