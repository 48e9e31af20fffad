import { z } from 'zod'
import { accent, text } from '../sources/fields.ts'

/** A place on earth as [latitude, longitude], in degrees. */
const at = z.tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)])

const common = {
  alt: text,
  caption: text.optional(),
  credit: text.default('Meridian graphics'),
  accent,
  ground: z.enum(['light', 'dark', 'accent']).default('light'),
}

export const labelSource = z.strictObject({
  text,
  at,
  kind: z.enum(['capital', 'city', 'country', 'region', 'sea', 'note']),
  side: z.enum(['right', 'left', 'above', 'below', 'middle']).optional(),
  size: z.number().optional(),
})

const place = z.strictObject({
  ...common,
  family: z.literal('place'),
  projection: z.enum(['flat', 'globe']).default('flat'),
  /** The middle of the map, and how many kilometres lie between its left and right edge. */
  centre: at,
  width: z.number().positive(),
  detail: z.enum(['10m', '50m', '110m']).default('10m'),
  subject: z.array(text).default([]),
  near: z.array(text).default([]),
  areas: z
    .array(z.strictObject({ outline: z.array(at).min(3), fill: z.enum(['hatch', 'solid']) }))
    .default([]),
  lines: z
    .array(
      z.strictObject({
        along: z.array(at).min(2),
        kind: z.enum(['route', 'border', 'arrow', 'river']).default('route'),
      }),
    )
    .default([]),
  rings: z.array(z.strictObject({ at, km: z.number().positive() })).default([]),
  labels: z.array(labelSource).default([]),
  scaleBar: z.number().positive().optional(),
})

const datum = z.strictObject({
  label: z.union([z.string(), z.number()]).transform(String),
  value: z.number(),
  shown: text.optional(),
  strong: z.boolean().default(false),
})

const figure = z.strictObject({
  ...common,
  family: z.literal('figure'),
  title: text,
  note: text.optional(),
  chart: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('bars'), data: z.array(datum).min(2) }),
    z.strictObject({ kind: z.literal('columns'), data: z.array(datum).min(2) }),
    z.strictObject({
      kind: z.literal('line'),
      points: z.array(z.strictObject({ x: z.number(), y: z.number(), label: text.optional() })).min(2),
      from: z.number().default(0),
    }),
    z.strictObject({ kind: z.literal('number'), value: text, unit: text.optional() }),
    z.strictObject({
      kind: z.literal('dots'),
      across: z.number().int().positive(),
      groups: z.array(
        z.strictObject({
          count: z.number().int().positive(),
          label: text.optional(),
          tone: z.enum(['strong', 'middle', 'faint']),
        }),
      ),
    }),
  ]),
})

const plate = z.strictObject({
  ...common,
  family: z.literal('plate'),
  motif: z.enum(['waves', 'hexagons', 'rose', 'moon', 'sun', 'bands', 'heads', 'pages']),
  word: text,
  line: text.optional(),
  colours: z.array(z.string().regex(/^#[0-9a-f]{6}$/)).default([]),
})

export const pictureSource = z.discriminatedUnion('family', [place, figure, plate])

export type PictureSource = z.infer<typeof pictureSource>
export type PlaceSource = z.infer<typeof place>
export type FigureSource = z.infer<typeof figure>
export type PlateSource = z.infer<typeof plate>
export type LabelSource = z.infer<typeof labelSource>
