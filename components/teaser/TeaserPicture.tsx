import type { Picture } from '../../lib/model/common.ts'
import { Photo } from '../media/Photo.tsx'
import styles from './TeaserPicture.module.css'

interface Props {
  picture: Picture
  href: string
  sizes: string
  priority?: boolean
}

/** The picture leads where the headline leads; only the headline is announced and reached by keyboard. */
export const TeaserPicture = ({ picture, href, sizes, priority = false }: Props) => {
  const photo = <Photo picture={picture} sizes={sizes} priority={priority} silent />
  const silent = { tabIndex: -1, 'aria-hidden': true }
  return (
    <a className={styles.link} href={href} {...silent}>
      {photo}
    </a>
  )
}
