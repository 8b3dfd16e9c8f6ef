import { type Fault, invalidInput, Refusal } from '../core/errors.ts'
import { instantOf } from '../lib/zone.ts'
import type { Schedule, SchedulePatch } from './schedule.ts'

/** An instant, and the local time that it was given as, if it was. */
export type Time = Pick<Schedule, 'at' | 'localTime' | 'zone'>

/** How far ahead a verb can be scheduled, in ms: five years, beyond which nobody knows what zones will do. */
const mostAheadMs = 5 * 366 * 86_400_000

/**
 * The time that an input names, null when it names none.
 * @throws invalid_input for both ways at once, half of one, an unknown zone, and a local time that clocks skip.
 */
export function timeOf({ at, localTime, zone }: Pick<SchedulePatch, 'at' | 'localTime' | 'zone'>): Time | null {
  if (at && (localTime || zone)) throw oneWay('at', 'is given beside a local time; give one of the two')
  if (at) return { at: new Date(at), localTime: null, zone: null }
  if (localTime && zone) return { at: localInstant(localTime, zone), localTime, zone }
  if (localTime) throw oneWay('zone', "is needed with a local time, such as 'Europe/Berlin'")
  if (zone) throw oneWay('localTime', "is needed with a zone, such as '2026-03-29T09:30'")
  return null
}

/** The same, for a new schedule, which needs one. @throws invalid_input */
export function requireTime(input: SchedulePatch): Time {
  const time = timeOf(input)
  if (!time) throw oneWay('at', "is required, or 'localTime' with 'zone'")
  return time
}

function oneWay(path: string, message: string) {
  return invalidInput([{ path, message }])
}

function localInstant(localTime: string, zone: string): Date {
  const found = instantOf(localTime, zone)
  switch (found.kind) {
    case 'instant':
      return found.at
    case 'unknown zone':
      throw oneWay('zone', `'${zone}' is not a zone of the IANA database; use a name such as 'Europe/Berlin'`)
    case 'no such day':
      throw oneWay('localTime', `'${localTime}' is on no calendar or clock; such a day or time does not exist`)
    case 'skipped':
      throw oneWay(
        'localTime',
        `'${localTime}' does not exist in ${zone}, whose clocks go from ${found.before} on to ${found.after}; take one of these two`,
      )
  }
}

/** @throws invalid_input when the time is not ahead of now, or too far ahead. */
export function requireAhead({ at, localTime }: Time, now: Date): void {
  const path = localTime ? 'localTime' : 'at'
  const ahead = at.getTime() - now.getTime()
  if (ahead <= 0) throw oneWay(path, `${at.toISOString()} is not ahead of now; publish or withdraw instead`)
  if (ahead > mostAheadMs)
    throw oneWay(path, `${at.toISOString()} is more than five years ahead; choose an earlier one`)
}

/** What counts of a pending schedule when several are put in order. */
export type Plan = Pick<Schedule, 'id' | 'action' | 'at'>

/**
 * What is wrong with the pending schedules of a story, in the order of their times; `path` is the id of the one at fault.
 * A withdrawal needs a story that is live by then, and of two at the same instant nobody could say which comes first.
 */
function orderFaults(isLive: boolean, plans: Plan[]): Fault[] {
  const inOrder = [...plans].sort((a, b) => a.at.getTime() - b.at.getTime())
  return inOrder.flatMap((plan, index) => {
    const before = inOrder[index - 1]
    const when = plan.at.toISOString()
    const isLiveThen = before ? before.action === 'PUBLISH' : isLive
    return [
      ...(before?.at.getTime() === plan.at.getTime()
        ? [{ path: plan.id, message: `there are two schedules at ${when}; let one be earlier` }]
        : []),
      ...(plan.action === 'WITHDRAW' && !isLiveThen
        ? [{ path: plan.id, message: `the withdrawal at ${when} would find nothing to withdraw; publish before it` }]
        : []),
    ]
  })
}

/** @throws conflict for what is wrong with the order of a story's schedules and was not before. */
export function requireOrder(
  { id, liveVersion }: { id: string; liveVersion: number | null },
  before: Plan[],
  after: Plan[],
): void {
  const isLive = liveVersion !== null
  const known = new Set(orderFaults(isLive, before).map(({ message }) => message))
  const [fault] = orderFaults(isLive, after).filter(({ message }) => !known.has(message))
  if (fault) throw new Refusal('conflict', `article ${id}: ${fault.message}`)
}
