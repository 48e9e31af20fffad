import type { Accent } from '../../lib/model/common.ts'

/** The light theme's colours (`app/tokens.css`) as the drawing of cards can read them; a test holds them together. */
export const PAPER = '#fbfaf7'
export const PANEL = '#f4f2ee'
export const INK = '#181b1f'
export const INK_2 = '#494d54'
export const RULE = '#d2d1cd'
export const MAP = { land: '#e8e6e0', neighbour: '#d8d6ce', second: '#565b63' }
export const THIN_RULE = `1px solid ${RULE}`
export const HEAVY_RULE = `2px solid ${RULE}`
export const ACCENTS: Record<Accent, string> = {
  world: '#006091',
  conflict: '#8f3734',
  economy: '#7e4b00',
  climate: '#0f6a31',
  science: '#4c4d99',
  culture: '#7c3b77',
  society: '#006c67',
}
