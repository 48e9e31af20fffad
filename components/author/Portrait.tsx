import type { Picture } from '../../lib/model/common.ts'
import { Photo } from '../media/Photo.tsx'
import styles from './AuthorPage.module.css'

/** An author's face beside the name, with who took the picture. */
export const Portrait = ({ photo }: { photo: Picture }) => (
  <figure className={styles.portrait}>
    <Photo picture={photo} sizes="(min-width: 40rem) 18rem, 100vw" priority />
    {photo.credit && <figcaption className={styles.credit}>{photo.credit}</figcaption>}
  </figure>
)
