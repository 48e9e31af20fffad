import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { Article } from '../../lib/model/article.ts'
import { Kicker } from '../teaser/Kicker.tsx'
import { HeadlineText } from '../text/HeadlineText.tsx'
import styles from './ArticleHeader.module.css'
import { ArticleTools } from './ArticleTools.tsx'
import { Byline } from './Byline.tsx'
import { PartOf } from './PartOf.tsx'

interface Props {
  article: Article
  words: Words
  edition: Words
}

/** Kicker, headline, standfirst, and the line that says who wrote it and when. */
export const ArticleHeader = ({ article, words, edition }: Props) => (
  <header className={styles.header}>
    <Kicker teaser={article} />
    <h1 className={styles.headline}>
      <HeadlineText text={article.headline} />
    </h1>
    <p className={styles.standfirst}>{article.standfirst}</p>
    <Byline article={article} words={words} />
    {article.story && <PartOf story={article.story} words={edition} />}
    <ArticleTools article={article} words={words} />
  </header>
)
