import type { Sharp } from 'sharp'
import type { OutputFormat } from './imageFormats.ts'
import type { Rgba, Transformation } from './transformation.ts'

const white: Rgba = { r: 255, g: 255, b: 255, alpha: 1 }

/** Blur, sharpness, saturation, inversion and background, in this order. How strong blur and sharpness are is our own measure. */
export function colourImage(image: Sharp, asked: Transformation, format: OutputFormat): Sharp {
  if (asked.blur) image.blur(Math.max(0.3, asked.blur / 4))
  if (asked.sharp) image.sharpen({ sigma: 0.5 + asked.sharp / 50 })
  if (asked.sat === -100) image.grayscale()
  else if (asked.sat) image.modulate({ saturation: 1 + asked.sat / 100 })
  if (asked.invert) image.negate({ alpha: false })
  if (asked.bg) image.flatten({ background: asked.bg })
  else if (format === 'jpg') image.flatten({ background: white })
  return image
}
