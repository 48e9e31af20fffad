import styles from './BlockHeading.module.css'

interface Props {
  title: string
  href?: string | undefined
  id: string
}

/** The rule and the name that open a block; the rule is heavy where stories are shown side by side. */
export const BlockHeading = ({ title, href, id }: Props) => (
  <h2 id={id} className={styles.heading}>
    {href ? <a href={href}>{title}</a> : title}
  </h2>
)
