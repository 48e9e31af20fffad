/** A GIF of so many pictures on a canvas of up to 2048 a side, each of which changes one point: a few hundred bytes. */
export function wideGif(side: number, pages: number): Buffer {
  const [low, high] = [side & 255, side >> 8]
  const canvas = [low, high, low, high, 0x80, 0, 0, 200, 0, 0, 0, 0, 200]
  const point = [0x21, 0xf9, 4, 4, 10, 0, 0, 0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]
  const pictures = Array.from({ length: pages }, () => point).flat()
  return Buffer.concat([Buffer.from('GIF89a'), Buffer.from([...canvas, ...pictures, 0x3b])])
}
