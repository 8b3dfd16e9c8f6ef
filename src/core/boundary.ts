import { type Fault, invalidInput, shorten } from './errors.ts'

/** Levels of arrays and objects in any input, and in a `body`, which is a document of its own. */
const maxDepth = 32
const maxBodyDepth = 64
/** Characters of one string: the size of the longest text that a newsroom would paste. */
const maxStringLength = 1_000_000

/**
 * Refuses what no part of the house should ever see: nesting that exhausts a stack, NUL characters and lone surrogates
 * (PostgreSQL stores neither), keys that reach into prototypes. Walks without recursion.
 * @throws invalid_input with the path of the first offence.
 */
export function checkBoundary(input: unknown): void {
  const queue: Step[] = [{ value: input, path: '', depth: 0, most: maxDepth }]
  for (let step = queue.pop(); step; step = queue.pop()) {
    const fault = faultAt(step)
    if (fault) throw invalidInput([fault])
    for (const next of stepsInto(step)) queue.push(next)
  }
}

interface Step {
  value: unknown
  path: string
  depth: number
  most: number
}

function faultAt({ value, path, depth, most }: Step): Fault | null {
  if (depth > most) return { path: shorten(path, 200), message: `is nested deeper than ${most} levels; flatten it` }
  if (typeof value === 'string') return faultOfText(value, path)
  if (typeof value === 'number' && !Number.isFinite(value)) return { path, message: 'must be a finite number' }
  return null
}

function faultOfText(text: string, path: string): Fault | null {
  if (text.length > maxStringLength) return { path, message: `is longer than ${maxStringLength} characters; split it` }
  if (text.includes('\0')) return { path, message: 'has a NUL character; remove it' }
  if (!isWellFormed(text)) return { path, message: 'has half of a surrogate pair; send valid Unicode' }
  return null
}

/** Whether every surrogate has its other half. (`String.prototype.isWellFormed` is not in the ES2023 library types.) */
function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text)
}

function stepsInto({ value, path, depth, most }: Step): Step[] {
  if (Array.isArray(value))
    return value.map((item, i) => ({ value: item, path: `${path}[${i}]`, depth: depth + 1, most }))
  if (typeof value !== 'object' || value === null || value instanceof Date) return []
  return Object.entries(value).flatMap(([key, item]) => stepInto(key, item, { value, path, depth, most }))
}

function stepInto(key: string, item: unknown, parent: Step): Step[] {
  const path = parent.path ? `${parent.path}.${key}` : key
  const most = key === 'body' && parent.depth <= 2 ? maxBodyDepth : parent.most
  const fault = faultOfText(key, parent.path)
  if (fault) throw invalidInput([{ path: shorten(parent.path, 200), message: `a field name ${fault.message}` }])
  if (key === '__proto__')
    throw invalidInput([{ path: shorten(path, 200), message: 'is not a field name that can be used' }])
  return [{ value: item, path, depth: parent.depth + 1, most }]
}
