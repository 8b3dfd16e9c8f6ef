/** What a local time of a zone is: an instant, or why it is none, with the nearest local times that are. */
export type LocalInstant =
  | { kind: 'instant'; at: Date }
  | { kind: 'unknown zone' }
  | { kind: 'no such day' }
  | { kind: 'skipped'; before: string; after: string }

const pattern = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?$/

/** A name of the time zone database. Offsets such as '+05:00' are none: newer engines would take them, older not. */
const zonePattern = /^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/

const dayMs = 86_400_000

/**
 * The instant of a local time ('2026-03-29T02:30', seconds optional) in a zone of the IANA database ('Europe/Berlin'). A
 * time that happens twice, when clocks go back, is the earlier of the two. One that clocks skip is no instant: `before` is
 * the last minute of the old time, `after` the first of the new. Rules are those of the engine (`Intl`), to the second.
 * Source for the choice of the earlier: RFC 5545, section 3.3.5, and `disambiguation: 'compatible'` of ECMAScript Temporal.
 */
export function instantOf(localTime: string, zone: string): LocalInstant {
  const format = formatOf(zone)
  if (!format) return { kind: 'unknown zone' }
  const wall = wallOf(localTime)
  if (wall === null) return { kind: 'no such day' }
  // No clock is more than 14 hours from UTC, and rules do not change twice in two days.
  const [early, late] = [offsetAt(format, wall - dayMs), offsetAt(format, wall + dayMs)]
  const found = [wall - early, wall - late].filter((at) => at + offsetAt(format, at) === wall)
  if (found.length > 0) return { kind: 'instant', at: new Date(Math.min(...found)) }
  const change = changeBetween(format, wall - dayMs, wall + dayMs)
  return { kind: 'skipped', before: writeWall(change + early - 60_000), after: writeWall(change + late) }
}

/** The local time as if it were of UTC, in ms; null for a day or time that no calendar has. */
function wallOf(localTime: string): number | null {
  const [year, month, day, hour, minute, second = 0] = (pattern.exec(localTime) ?? [])
    .slice(1)
    .map((part) => (part === undefined ? 0 : Number(part)))
  if (year === undefined || month === undefined) return null
  const wall = Date.UTC(year, month - 1, day, hour, minute, second)
  const isWritten = new Date(wall).toISOString().startsWith(localTime)
  return isWritten ? wall : null
}

function formatOf(zone: string): Intl.DateTimeFormat | null {
  if (zone.length > 60 || !zonePattern.test(zone)) return null
  try {
    return new Intl.DateTimeFormat('en-US', {
      ...{ timeZone: zone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23' },
      ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' },
    })
  } catch {
    return null
  }
}

/** How far the clocks of a zone are ahead of UTC at an instant, in ms; both in ms since 1970. */
function offsetAt(format: Intl.DateTimeFormat, at: number): number {
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return wall - Math.floor(at / 1_000) * 1_000
}

/** The first second of the new offset, by halving; the offset changes once in between. */
function changeBetween(format: Intl.DateTimeFormat, from: number, to: number): number {
  const old = offsetAt(format, from)
  let [before, after] = [Math.floor(from / 1_000), Math.floor(to / 1_000)]
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (offsetAt(format, middle * 1_000) === old) before = middle
    else after = middle
  }
  return after * 1_000
}

function writeWall(wall: number): string {
  return new Date(wall).toISOString().slice(0, 16)
}
