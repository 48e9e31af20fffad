import { flagDrawing } from '../country/flagDrawing.ts'
import { THIN_RULE } from './cardColours.ts'

/** The flags of countries, by their ISO codes; those that have none are left out. */
export const CardFlags = ({ codes }: { codes: string[] }) => (
  <div style={{ display: 'flex', height: 48, gap: 16 }}>
    {codes.flatMap((code) => {
      const drawing = flagDrawing(code)
      if (drawing === undefined) return []
      const src = `data:image/svg+xml;base64,${btoa(drawing)}`
      return <img key={code} src={src} width={72} height={48} alt="" style={{ border: THIN_RULE }} />
    })}
  </div>
)
