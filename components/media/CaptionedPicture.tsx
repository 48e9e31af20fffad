import type { Picture } from '../../lib/model/common.ts'
import styles from './CaptionedPicture.module.css'
import { Photo } from './Photo.tsx'

interface Props {
  picture: Picture
  sizes: string
  priority?: boolean
}

/** A picture with its caption and credit. */
export const CaptionedPicture = ({ picture, sizes, priority = false }: Props) => (
  <figure>
    <Photo picture={picture} sizes={sizes} priority={priority} />
    {(picture.caption || picture.credit) && (
      <figcaption className={styles.caption}>
        {picture.caption}
        {picture.caption && picture.credit && ' — '}
        {picture.credit && <span className={styles.credit}>{picture.credit}</span>}
      </figcaption>
    )}
  </figure>
)
