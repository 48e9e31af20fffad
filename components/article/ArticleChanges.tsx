import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { ArticleChange } from '../../lib/model/changes.ts'
import { InterfaceText } from '../text/InterfaceText.tsx'
import styles from './Notes.module.css'

interface Props {
  changes: ArticleChange[]
  words: Words
}

/** What readers of the first version have not seen, each with a link to where it stands now. */
export const ArticleChanges = ({ changes, words }: Props) =>
  changes.length > 0 && (
    <section className={styles.notes} aria-labelledby="since-publication">
      <h2 id="since-publication" className={styles.heading}>
        <InterfaceText words={words}>{words.changes.since}</InterfaceText>
      </h2>
      <ul className={styles.list}>
        {changes.map((change) => (
          <li key={`${change.kind} ${'key' in change ? change.key : ''}`}>
            <Change change={change} words={words} />
          </li>
        ))}
      </ul>
    </section>
  )

const Change = ({ change, words }: { change: ArticleChange; words: Words }) => {
  const label = <strong>{labelOf(change, words)}</strong>
  if (!('now' in change)) return <InterfaceText words={words}>{label}</InterfaceText>
  return (
    <>
      <InterfaceText words={words}>
        {label}
        {words.article.colon}
      </InterfaceText>{' '}
      <a href={`#${change.key}`}>{change.now}</a>
    </>
  )
}

const labelOf = (change: ArticleChange, { changes: words }: Words): string =>
  change.kind === 'standing'
    ? words.standing(words.standings[change.from], words.standings[change.to])
    : words[change.kind]
