import type { ImageExtension, OutputFormat } from './imageFormats.ts'
import { leavesFormatOpen, type Transformation } from './transformation.ts'

/**
 * The format of the answer: the one asked for, else AVIF or WebP where the address leaves it open and the
 * browser takes it, else the picture's own. An animation is not offered as AVIF, which would stand still.
 */
export function outputFormat(source: ImageExtension, asked: Transformation, accept: string): OutputFormat {
  if (asked.fm && asked.fm !== 'auto') return asked.fm === 'pjpg' ? 'jpg' : asked.fm
  if (leavesFormatOpen(asked)) {
    const mayMove = source === 'gif' || source === 'webp'
    if (takes(accept, 'image/avif') && (!mayMove || asked.frame)) return 'avif'
    if (takes(accept, 'image/webp')) return 'webp'
  }
  if (source === 'tif') return 'jpg'
  return source === 'svg' ? 'png' : source
}

/** Only by name, as the hosted service has it: every program sends a star, and not every one means it. */
function takes(accept: string, type: string): boolean {
  return accept.split(',').some((each) => {
    const [name, ...parameters] = each.split(';').map((part) => part.trim())
    return name === type && !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter))
  })
}
