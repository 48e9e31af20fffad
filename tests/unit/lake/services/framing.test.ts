import { frame } from '../../../../lake/assets/framing.ts'
import { isUntouched, transformation } from '../../../../lake/assets/transformation.ts'

const source = { width: 900, height: 600 }
const framed = (query: string) =>
  frame(source, transformation.parse(Object.fromEntries(new URLSearchParams(query))))

describe('how a picture is cut and sized', () => {
  it('stays whole when nothing is asked', () => {
    expect(framed('')).toEqual({
      region: { left: 0, top: 0, width: 900, height: 600 },
      size: { width: 900, height: 600 },
      canvas: { width: 900, height: 600 },
      padding: 0,
      byEntropy: false,
    })
  })

  it('puts the hotspot in the middle of the cut', () => {
    const { region } = framed('w=100&h=200&fit=crop&fp-x=0.5&fp-y=0.5')
    expect(region).toEqual({ left: 300, top: 0, width: 300, height: 600 })
  })

  it('keeps the cut inside the picture when the hotspot is at its edge', () => {
    expect(framed('w=100&h=200&fit=crop&fp-x=1').region.left).toBe(600)
    expect(framed('w=100&h=200&fit=crop&fp-x=0').region.left).toBe(0)
  })

  it('measures the hotspot on the whole picture, also after a rectangle was cut', () => {
    const { region } = framed('rect=300,0,600,600&w=100&h=200&fit=crop&fp-x=0.5')
    expect(region).toEqual({ left: 300, top: 0, width: 300, height: 600 })
  })

  it.each([
    ['top', { left: 0, top: 0 }],
    ['bottom', { left: 0, top: 150 }],
    ['center', { left: 0, top: 75 }],
  ])('cuts a wide strip at the %s', (crop, corner) => {
    expect(framed(`w=200&h=100&fit=crop&crop=${crop}`).region).toEqual({ ...corner, width: 900, height: 450 })
  })

  it('takes a rectangle that leaves the picture for the part that is inside', () => {
    expect(framed('rect=800,500,500,500').region).toEqual({ left: 800, top: 500, width: 100, height: 100 })
    expect(framed('rect=-50,-50,100,100').region).toMatchObject({ left: 0, top: 0 })
  })

  it('never asks for less than one pixel or more than the largest picture', () => {
    expect(framed('w=1&h=8000').size).toEqual({ width: 1, height: 1 })
    expect(framed('h=8000&fit=clip').size).toEqual({ width: 8192, height: 5461 })
    const panorama = frame({ width: 20_000, height: 1000 }, transformation.parse({ q: '50' }))
    expect(panorama.size).toEqual({ width: 8192, height: 410 })
  })

  it('pads around the picture where that is asked for', () => {
    expect(framed('w=100&h=100&fit=fill')).toMatchObject({
      size: { width: 100, height: 67 },
      canvas: { width: 100, height: 100 },
    })
    expect(framed('w=2000&h=2000&fit=fillmax')).toMatchObject({
      size: { width: 900, height: 600 },
      canvas: { width: 2000, height: 2000 },
    })
  })
})

describe('bounds and padding', () => {
  it.each([
    ['max-w=300', { width: 300, height: 200 }],
    ['max-w=300&max-h=100', { width: 150, height: 100 }],
    ['w=600&max-w=300&h=600&fit=crop', { width: 300, height: 600 }],
    ['w=100&min-h=200', { width: 300, height: 200 }],
    ['w=50&h=50&min-w=80&fit=scale', { width: 80, height: 50 }],
    ['min-w=1800&max-w=1200', { width: 1200, height: 800 }],
    ['max-w=300&dpr=2', { width: 600, height: 400 }],
  ])('%s', (query, size) => {
    expect(framed(query).size).toEqual(size)
  })

  it('takes the padding from the inside of the box, and adds it where there is none', () => {
    expect(framed('w=200&h=100&fit=crop&pad=10')).toMatchObject({
      canvas: { width: 180, height: 80 },
      padding: 10,
    })
    expect(framed('pad=10')).toMatchObject({ canvas: { width: 900, height: 600 }, padding: 10 })
  })

  it('leaves the choice of the cut to what is to be seen, within the rectangle', () => {
    expect(framed('w=50&h=100&fit=crop&crop=entropy&rect=450,0,450,600')).toMatchObject({
      region: { left: 450, top: 0, width: 450, height: 600 },
      size: { width: 50, height: 100 },
      byEntropy: true,
    })
  })
})

describe('the parameters of a picture’s address', () => {
  it('read colours with and without opacity', () => {
    expect(transformation.parse({ bg: 'f00' }).bg).toEqual({ r: 255, g: 0, b: 0, alpha: 1 })
    expect(transformation.parse({ bg: '800000ff' }).bg).toEqual({ r: 0, g: 0, b: 255, alpha: 128 / 255 })
  })

  it('ask for nothing when only the browser’s choice of format is left open', () => {
    expect(isUntouched(transformation.parse({ auto: 'format', unknown: 'x' }))).toBe(true)
    expect(isUntouched(transformation.parse({ q: '75' }))).toBe(false)
    expect(isUntouched(transformation.parse({ w: '10' }))).toBe(false)
  })
})
