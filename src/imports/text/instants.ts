/** Hours from UTC. Source: RFC 5322, section 4.3, with the European names that feeds use. */
const zones: Record<string, number> = {
  ...{ z: 0, ut: 0, utc: 0, gmt: 0, wet: 0, bst: 1, cet: 1, cest: 2, mez: 1, mesz: 2, eet: 2, eest: 3, msk: 3 },
  ...{ est: -5, edt: -4, cst: -6, cdt: -5, mst: -7, mdt: -6, pst: -8, pdt: -7 },
}

const offset = /^(?:(?:gmt|utc)\s?)?([+-])(\d{1,2})(?::?(\d{2}))?(?!\d)/

/** Whether that can stand behind a time: no figures that are none of an offset. */
export function isZone(words: string | undefined): boolean {
  return !/\d/.test(words?.trim().toLowerCase().replace(offset, '') ?? '')
}

/** Whether a zone is known by its name or gives its offset. */
export function isKnownZone(words: string): boolean {
  const name = words.toLowerCase()
  return name in zones || offset.test(name)
}

/** Minutes ahead of UTC; 0 for a zone that is not known, as RFC 5322 has it. */
export function offsetOf(zone: string | undefined): number {
  const words = zone?.trim().toLowerCase() ?? ''
  const [, sign, hours, minutes = '0'] = offset.exec(words) ?? []
  if (!sign) return (zones[words] ?? 0) * 60
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

type Day = [year: number, month: number, day: number]
type Time = [hour: number, minute: number, second: number]

/** Null for a day or time that no calendar has; a leap second is the second before it. */
export function instant([year, month, day]: Day, [hour, minute, second]: Time, offset: number): Date | null {
  // Years below 100 are those of the last century to `Date.UTC`.
  if (year < 1_000) return null
  const start = new Date(Date.UTC(year, month - 1, day))
  if (start.getUTCMonth() !== month - 1 || start.getUTCDate() !== day) return null
  if (hour > 24 || minute > 59 || second >= 61 || Math.abs(offset) > 15 * 60) return null
  const at = new Date(
    Math.round(start.getTime() + ((hour * 60 + minute - offset) * 60 + Math.min(second, 59.999)) * 1_000),
  )
  return at.getUTCFullYear() >= 1_000 && at.getUTCFullYear() <= 9_999 ? at : null
}
