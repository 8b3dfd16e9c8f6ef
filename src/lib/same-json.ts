/** Whether two JSON values say the same: lists in the same order, fields of objects in any. A field that is undefined is missing. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, i) => sameJson(item, b[i]))
  }
  const [ours, theirs] = [a as Record<string, unknown>, b as Record<string, unknown>]
  const names = new Set([...Object.keys(ours), ...Object.keys(theirs)])
  return [...names].every((name) => sameJson(fieldOf(ours, name), fieldOf(theirs, name)))
}

function fieldOf(object: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined
}
