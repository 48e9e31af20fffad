import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { Article } from '../../lib/model/article.ts'
import { FactBox } from '../country/FactBox.tsx'
import { CaptionedPicture } from '../media/CaptionedPicture.tsx'
import { Breadcrumb } from '../site/Breadcrumb.tsx'
import { ArticleBody } from './ArticleBody.tsx'
import { ArticleHeader } from './ArticleHeader.tsx'
import styles from './ArticlePage.module.css'
import { Contents } from './Contents.tsx'
import { FurtherReading } from './FurtherReading.tsx'

const MAIN_PICTURE_SIZES = '(min-width: 80rem) 894px, (min-width: 64rem) 72vw, 100vw'

/** Above this many headed sections a reader is offered a list of them. */
const CONTENTS_FROM = 4

interface Props {
  article: Article
  words: Words
}

/** An article in full, with everything that stands around it. */
export const ArticlePage = ({ article, words }: Props) => (
  <main id="main" data-accent={article.category.accent}>
    <article className={styles.page} lang={article.language} dir={article.direction}>
      <div className={styles.breadcrumb}>
        <Breadcrumb links={article.breadcrumb} />
      </div>
      <div className={styles.header}>
        <ArticleHeader article={article} words={words} />
      </div>
      {article.mainMedia && (
        <div className={styles.picture}>
          <CaptionedPicture picture={article.mainMedia} sizes={MAIN_PICTURE_SIZES} priority />
        </div>
      )}
      <div className={styles.contents}>
        <Contents sections={article.sections} from={CONTENTS_FROM} />
      </div>
      <div className={styles.body}>
        <ArticleBody article={article} words={words} />
      </div>
      {article.factBoxes.length > 0 && (
        <aside className={styles.factBoxes} aria-label="Countries in this article">
          <div className={styles.sticky}>
            {article.factBoxes.map((factBox) => (
              <FactBox key={factBox.country.id} factBox={factBox} others={article.factBoxes} />
            ))}
          </div>
        </aside>
      )}
    </article>
    <FurtherReading article={article} />
  </main>
)
