import { directionOf } from '../../lib/format/direction.ts'
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

interface Props {
  article: Article
  /** In the article's language where the interface has it. */
  words: Words
  /** In the edition's language: for what stands around the article. */
  edition: Words
}

/** Above this many headed sections a reader is offered a list of them. */
const CONTENTS_FROM = 4

/** An article in full, with everything that stands around it. */
export const ArticlePage = ({ article, words, edition }: Props) => (
  <main id="main" data-accent={article.category.accent}>
    <article className={styles.page} lang={article.language} dir={article.direction}>
      <div className={styles.breadcrumb} lang={edition.language} dir={directionOf(edition.language)}>
        <Breadcrumb links={article.breadcrumb} words={edition} />
      </div>
      <div className={styles.header}>
        <ArticleHeader article={article} words={words} edition={edition} />
      </div>
      {article.mainMedia && (
        <div className={styles.picture}>
          <CaptionedPicture picture={article.mainMedia} sizes={MAIN_PICTURE_SIZES} priority />
        </div>
      )}
      <div className={styles.contents}>
        <Contents sections={article.sections} from={CONTENTS_FROM} words={words} />
      </div>
      <div className={styles.body}>
        <ArticleBody article={article} words={words} edition={edition} />
      </div>
      {article.factBoxes.length > 0 && (
        <aside
          className={styles.factBoxes}
          aria-label={edition.article.countries}
          lang={edition.language}
          dir={directionOf(edition.language)}
        >
          <div className={styles.sticky}>
            {article.factBoxes.map((factBox) => (
              <FactBox
                key={factBox.country.id}
                factBox={factBox}
                others={article.factBoxes}
                words={edition}
              />
            ))}
          </div>
        </aside>
      )}
    </article>
    <FurtherReading article={article} words={edition} />
  </main>
)
