import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { Article } from '../../lib/model/article.ts'
import styles from './ArticleTools.module.css'

interface Props {
  article: Pick<Article, 'href' | 'headline' | 'standfirst' | 'category' | 'language' | 'direction'>
  words: Words
}

/** To share an article and to save it: buttons that appear where a script can do it. */
export const ArticleTools = ({ article, words: { language, reader } }: Props) => (
  <div className={styles.tools} lang={language} data-print="no">
    <share-article hidden suppressHydrationWarning data-title={article.headline} data-done={reader.copied}>
      <button type="button" className={styles.tool}>
        {reader.share}
      </button>
    </share-article>
    <save-article
      hidden
      suppressHydrationWarning
      data-href={article.href}
      data-headline={article.headline}
      data-standfirst={article.standfirst}
      data-label={article.category.label}
      data-accent={article.category.accent}
      data-language={article.language}
      data-direction={article.direction}
      data-done={reader.savedNow}
      data-undone={reader.savedNoMore}
    >
      <button type="button" className={styles.tool} aria-pressed="false" suppressHydrationWarning>
        {reader.save}
      </button>
    </save-article>
  </div>
)
