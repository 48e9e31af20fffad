import { z } from 'zod'

const most = 8192
// Fractions come from programs that divide; the hosted service rounds them too.
const dimension = z.coerce.number().min(1).max(most).transform(Math.round)
const share = z.coerce.number().min(0).max(1)
const flag = z
  .enum(['true', 'false', '1', '0', ''])
  .transform((text) => text === 'true' || text === '1' || text === '')
const colour = z
  .string()
  .regex(/^(?:[0-9a-f]{3}|[0-9a-f]{4}|[0-9a-f]{6}|[0-9a-f]{8})$/i)
  .transform(toRgba)
const rectangle = z
  .string()
  .regex(/^-?\d+(?:\.\d+)?(?:,-?\d+(?:\.\d+)?){3}$/)
  .transform((text) => {
    const [left = 0, top = 0, width = 0, height = 0] = text.split(',').map(Number)
    return { left, top, width, height }
  })
const anchor = z
  .string()
  .regex(/^(?:center|entropy|focalpoint|(?:top|bottom|left|right)(?:,(?:top|bottom|left|right))?)$/)

/**
 * The parameters of an image address, as `@sanity/image-url` writes them. What the lake does not know is
 * ignored, as the hosted service does; what it knows must make sense.
 */
export const transformation = z.object({
  w: dimension.optional(),
  h: dimension.optional(),
  'min-w': dimension.optional(),
  'min-h': dimension.optional(),
  'max-w': dimension.optional(),
  'max-h': dimension.optional(),
  pad: z.coerce.number().int().min(0).max(2000).optional(),
  dpr: z.coerce.number().min(0.1).max(5).default(1),
  fit: z.enum(['clip', 'crop', 'fill', 'fillmax', 'max', 'min', 'scale']).default('clip'),
  crop: anchor.optional(),
  'fp-x': share.optional(),
  'fp-y': share.optional(),
  rect: rectangle.optional(),
  q: z.coerce.number().int().min(0).max(100).optional(),
  fm: z.enum(['jpg', 'pjpg', 'png', 'webp', 'avif', 'auto']).optional(),
  auto: z.string().optional(),
  blur: z.coerce.number().min(0).max(2000).optional(),
  sharp: z.coerce.number().min(0).max(100).optional(),
  sat: z.coerce.number().min(-100).max(100).optional(),
  bg: colour.optional(),
  or: z.enum(['0', '90', '180', '270']).transform(Number).optional(),
  flip: z.enum(['h', 'v', 'hv', 'vh']).optional(),
  invert: flag.optional(),
  frame: z.literal('1').optional(),
})

export type Transformation = z.infer<typeof transformation>

export interface Rgba {
  r: number
  g: number
  b: number
  alpha: number
}

/** `rgb`, `argb`, `rrggbb` or `aarrggbb`: the opacity comes first. */
function toRgba(hex: string): Rgba {
  const long = hex.length <= 4 ? [...hex].map((digit) => digit + digit).join('') : hex
  const [a, r, g, b] = (long.length === 6 ? `ff${long}` : long).match(/../g) ?? []
  const value = (pair: string | undefined) => Number.parseInt(pair ?? '0', 16)
  return { r: value(r), g: value(g), b: value(b), alpha: value(a) / 255 }
}

/** Whether anything is asked of the picture at all; if not, its own bytes are the answer. */
export function isUntouched({ dpr: _, fit: __, auto: ___, fm, q, ...asked }: Transformation): boolean {
  const keepsFormat = fm === undefined || fm === 'auto'
  return q === undefined && keepsFormat && Object.values(asked).every((value) => value === undefined)
}

/** Whether the format is left to what the browser takes. */
export function leavesFormatOpen({ fm, auto }: Transformation): boolean {
  return fm === 'auto' || (fm === undefined && (auto?.split(',').includes('format') ?? false))
}
