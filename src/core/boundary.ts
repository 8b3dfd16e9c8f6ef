import { invalidInput, shorten } from './errors.ts'

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
  const queue: Step[] = [{ value: input, name: '', above: null, depth: 0, most: maxDepth }]
  for (let step = queue.pop(); step; step = queue.pop()) {
    checkStep(step)
    addStepsInto(step, queue)
  }
}

/** One value. Its path is put together only where there is something to say of it, for inputs have thousands of values. */
interface Step {
  value: unknown
  name: string | number
  above: Step | null
  depth: number
  most: number
}

function pathOf(step: Step): string {
  const names: (string | number)[] = []
  for (let at = step; at.above; at = at.above) names.push(at.name)
  return names
    .reverse()
    .map((name, i) => (typeof name === 'number' ? `[${name}]` : i > 0 ? `.${name}` : name))
    .join('')
}

function checkStep(step: Step): void {
  const { value, depth, most } = step
  const fail = (message: string, longest?: number) => {
    throw invalidInput([{ path: longest ? shorten(pathOf(step), longest) : pathOf(step), message }])
  }
  if (depth > most) fail(`is nested deeper than ${most} levels; flatten it`, 200)
  const fault = typeof value === 'string' ? faultOfText(value) : null
  if (fault) fail(fault)
  if (typeof value === 'number' && !Number.isFinite(value)) fail('must be a finite number')
}

function faultOfText(text: string): string | null {
  if (text.length > maxStringLength) return `is longer than ${maxStringLength} characters; split it`
  if (text.includes('\0')) return 'has a NUL character; remove it'
  if (!isWellFormed(text)) return 'has half of a surrogate pair; send valid Unicode'
  return null
}

/** Whether every surrogate has its other half. (It is not in the ES2023 library types.) */
function isWellFormed(text: string): boolean {
  return (text as unknown as { isWellFormed(): boolean }).isWellFormed()
}

function addStepsInto(step: Step, queue: Step[]): void {
  const { value, depth, most } = step
  if (typeof value !== 'object' || value === null || value instanceof Date) return
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) queue.push({ value: value[i], name: i, above: step, depth: depth + 1, most })
    return
  }
  for (const [name, item] of Object.entries(value)) {
    requireName(name, step)
    const isBody = name === 'body' && depth <= 2
    queue.push({ value: item, name, above: step, depth: depth + 1, most: isBody ? maxBodyDepth : most })
  }
}

function requireName(name: string, step: Step): void {
  const fault = faultOfText(name)
  if (fault) throw invalidInput([{ path: shorten(pathOf(step), 200), message: `a field name ${fault}` }])
  if (name !== '__proto__') return
  const path = pathOf({ value: null, name, above: step, depth: step.depth + 1, most: step.most })
  throw invalidInput([{ path: shorten(path, 200), message: 'is not a field name that can be used' }])
}
