import type { Picture } from '../../lib/model/common.ts'
import styles from './Photo.module.css'

interface Props {
  picture: Picture
  /** The `sizes` attribute: how wide the picture is printed at which width of the window. */
  sizes: string
  /** The first picture of a page is fetched at once; all others when they come near. */
  priority?: boolean
  /** A picture beside a headline that already says what is to be said: small, and one of many. */
  silent?: boolean
}

/**
 * A picture alone, without its caption. What stands in for it while it comes is printed with the page, twice (as markup
 * and for React): a kilobyte of each that a small picture far down, itself five, does not repay.
 */
export const Photo = ({ picture, sizes, priority = false, silent = false }: Props) => (
  <img
    className={styles.photo}
    src={picture.src}
    srcSet={picture.srcSet}
    sizes={sizes}
    width={picture.width}
    height={picture.height}
    alt={silent ? '' : picture.alt}
    loading={priority ? 'eager' : 'lazy'}
    fetchPriority={priority ? 'high' : 'auto'}
    decoding="async"
    style={picture.lqip && (priority || !silent) ? { backgroundImage: `url("${picture.lqip}")` } : undefined}
  />
)
