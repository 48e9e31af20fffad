import styles from './HeadlineText.module.css'

const NUMBERED = /[\p{L}\d]+-\d+/u

/** A headline's words. A name with a number, such as "COVID-19", is not parted at its hyphen, as browsers else do. */
export const HeadlineText = ({ text }: { text: string }) => {
  const found = NUMBERED.exec(text)
  if (!found) return text
  const [name] = found
  return (
    <>
      {text.slice(0, found.index)}
      <span className={styles.whole}>{name}</span>
      <HeadlineText text={text.slice(found.index + name.length)} />
    </>
  )
}
