import { optionalText, prose, slug, text } from '../../../sanity/queries/parts/values.ts'

describe('the apostrophe of a typewriter', () => {
  it.each([
    ["Azerbaijan's aims", 'Azerbaijan’s aims'],
    ["Coup d'État : l'armée s'en tient à l'ultimatum", 'Coup d’État : l’armée s’en tient à l’ultimatum'],
    ["the states' answer", 'the states’ answer'],
    ["'s army", '’s army'],
  ])('is printed as newspapers print it: %s', (written, printed) => {
    expect(text.parse(written)).toBe(printed)
    expect(prose.parse(written)).toBe(printed)
    expect(optionalText.parse(written)).toBe(printed)
  })

  it.each(["'local measures', they said", "5' 30", "rock 'n roll"])(
    'is left where it may be a quotation mark: %s',
    (written) => {
      expect(text.parse(written)).toBe(written)
    },
  )

  it('is no part of an address', () => {
    expect(slug.parse("it's")).toBe("it's")
  })
})
