import styles from './EmptyNote.module.css'

/** What a list says that has nothing in it yet. */
export const EmptyNote = ({ children }: { children: string }) => <p className={styles.note}>{children}</p>
