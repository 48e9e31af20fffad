import type { CardTimeline as Timeline } from '../../lib/model/card.ts'
import type { Accent } from '../../lib/model/common.ts'
import { ACCENTS, INK_2, RULE } from './cardColours.ts'
import { SANS } from './cardTypefaces.ts'

const TICK = 6

/** A story's dated points on a line from the first to the last. */
export const CardTimeline = ({ timeline, accent }: { timeline: Timeline; accent: Accent }) => (
  <div style={{ display: 'flex', flexDirection: 'column', flex: 1 }}>
    <div style={{ display: 'flex', position: 'relative', height: 28 }}>
      <div style={{ position: 'absolute', top: 13, left: 0, right: 0, height: 2, background: RULE }} />
      {[...new Set(timeline.points.map((point) => Math.round(point * 1000) / 10))].map((percent) => (
        <div
          key={percent}
          style={{
            position: 'absolute',
            top: 0,
            left: `${percent}%`,
            marginLeft: (-TICK * percent) / 100,
            width: TICK,
            height: 28,
            background: ACCENTS[accent],
          }}
        />
      ))}
    </div>
    <div
      style={{
        display: 'flex',
        justifyContent: 'space-between',
        marginTop: 8,
        fontFamily: SANS,
        fontSize: 24,
        color: INK_2,
      }}
    >
      <div>{timeline.first}</div>
      <div>{timeline.last}</div>
    </div>
  </div>
)
