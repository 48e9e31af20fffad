/** Measures that all pictures share, in pixels: 3:2. */
export const canvas = { width: 1800, height: 1200, margin: 96 }

type Attributes = Record<string, string | number | undefined>

/** One SVG element; attribute values are escaped, children are markup already. */
export function el(name: string, attributes: Attributes, ...children: string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) =>
        ` ${key}="${escapeAttribute(typeof value === 'number' ? tidy(value) : String(value))}"`,
    )
    .join('')
  return children.length > 0 ? `<${name}${written}>${children.join('')}</${name}>` : `<${name}${written}/>`
}

/** Tenths of a pixel: finer differences between machines never reach the file. */
export const tidy = (value: number) => String(Math.round(value * 10) / 10)

export function svgDocument(ground: string, ...children: string[]): string {
  const { width, height } = canvas
  return el(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}` },
    el('rect', { width, height, fill: ground }),
    ...children,
  )
}

const escapeAttribute = (value: string) =>
  value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
