import { type Checking, showValue } from './faults.ts'

const keyPattern = /^[A-Za-z0-9_-]{1,64}$/

/** True for a plain JSON object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** True for a string that can be a `_key`: 1 to 64 of A-Z a-z 0-9 _ -. */
export function isKey(value: unknown): value is string {
  return typeof value === 'string' && keyPattern.test(value)
}

/**
 * The keys of a list's items, in order. A missing key becomes the next free of `b0`, `b1`, … (for the prefix `b`),
 * so the same input always gets the same keys. Refuses malformed and repeated keys under `path`.
 */
export function fillKeys(items: readonly unknown[], prefix: string, path: string, checking: Checking): string[] {
  const taken = takeKeys(items, path, checking)
  let next = 0
  return items.map((item) => {
    const given = isObject(item) ? item._key : undefined
    if (isKey(given)) return given
    while (taken.has(`${prefix}${next}`)) next += 1
    return `${prefix}${next++}`
  })
}

function takeKeys(items: readonly unknown[], path: string, checking: Checking): Set<string> {
  const taken = new Set<string>()
  for (const [index, item] of items.entries()) {
    const key = isObject(item) ? item._key : undefined
    if (key === undefined || key === null) continue
    if (!isKey(key)) {
      checking.refuse(`${path}[${index}]._key`, `_key is ${showValue(key)}; use 1 to 64 of A-Z a-z 0-9 _ - or omit it`)
    } else if (taken.has(key)) {
      checking.refuse(`${path}[${index}]._key`, `_key "${key}" is used twice; choose another or omit it`)
    } else {
      taken.add(key)
    }
  }
  return taken
}
