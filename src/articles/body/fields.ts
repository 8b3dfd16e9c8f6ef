import { type Checking, showValue } from './faults.ts'
import { isObject } from './keys.ts'

/** Longest text of a field, in UTF-16 units: a line (titles, names) and a passage (captions, quotations, cells). */
export const maxLine = 1_000
export const maxPassage = 10_000

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const loneSurrogate = /\p{Surrogate}/u

/** Bounds of a list or a number, both included. */
interface Bounds {
  min: number
  max: number
}

/**
 * Opens an object for reading, or refuses what is not one and gives undefined.
 * Fields that are not in `known` are refused by name.
 */
export function openFields(
  value: unknown,
  path: string,
  known: readonly string[],
  checking: Checking,
): Fields | undefined {
  if (!isObject(value)) {
    checking.refuse(path, `is ${showValue(value)}; send an object with ${known.join(', ')}`)
    return undefined
  }
  for (const name of Object.keys(value)) {
    if (checking.isFull) break
    if (known.includes(name)) continue
    checking.refuse(`${path}.${name.slice(0, 64)}`, `${showValue(name)} is unknown here; use ${known.join(', ')}`)
  }
  return new Fields(value, path, checking)
}

/** The object without its undefined fields: an absent optional field stays absent. */
export function withoutAbsent<T extends object>(value: T): T {
  for (const name of Object.keys(value) as (keyof T)[]) {
    if (value[name] === undefined) delete value[name]
  }
  return value
}

/**
 * Reads the fields of one object. Each reader notes what is wrong and goes on with a stand-in, so that all faults
 * are found at once; the result counts only when there is no fault. Null means absent.
 */
export class Fields {
  readonly path: string
  readonly checking: Checking
  private readonly raw: Record<string, unknown>

  constructor(raw: Record<string, unknown>, path: string, checking: Checking) {
    this.raw = raw
    this.path = path
    this.checking = checking
  }

  /** The value as it came; undefined when absent. */
  value(name: string): unknown {
    return this.raw[name] ?? undefined
  }

  has(name: string): boolean {
    return this.value(name) !== undefined
  }

  refuse(name: string, message: string): void {
    this.checking.refuse(`${this.path}.${name}`, message)
  }

  /** A text that must be there; it may be empty. */
  text(name: string, max: number): string {
    return this.optionalText(name, max) ?? this.standIn(name, `is missing; send a text`)
  }

  /** A text that must be there and say something. */
  words(name: string, max: number): string {
    const text = this.text(name, max)
    if (this.has(name) && text.trim() === '') this.refuse(name, `${name} is blank; write it`)
    return text
  }

  optionalText(name: string, max: number): string | undefined {
    const value = this.value(name)
    return value === undefined ? undefined : readText(value, `${this.path}.${name}`, max, this.checking)
  }

  uuid(name: string): string {
    return this.optionalUuid(name) ?? this.standIn(name, `is missing; send the id of what it points to`)
  }

  /** A UUID, in lower case as PostgreSQL writes it. */
  optionalUuid(name: string): string | undefined {
    const value = this.value(name)
    if (value === undefined) return undefined
    if (typeof value === 'string' && uuidPattern.test(value)) return value.toLowerCase()
    return this.standIn(name, `is ${showValue(value)}; send a UUID`)
  }

  /** An address that must be there and pass the rule, which says what is wrong with it or gives undefined. */
  address(name: string, faultOf: (address: string) => string | undefined): string {
    const value = this.value(name)
    if (typeof value !== 'string') return this.standIn(name, `is ${showValue(value)}; send an address`)
    const fault = faultOf(value)
    if (fault) this.refuse(name, `${name} ${fault}`)
    return value
  }

  optionalChoice<T extends string>(name: string, choices: readonly T[]): T | undefined {
    const value = this.value(name)
    if (value === undefined) return undefined
    const chosen = choices.find((choice) => choice === value)
    if (chosen === undefined) this.refuse(name, `${name} is ${showValue(value)}; use one of ${choices.join(', ')}`)
    return chosen
  }

  optionalWhole(name: string, { min, max }: Bounds): number | undefined {
    const value = this.value(name)
    if (value === undefined) return undefined
    if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value
    this.refuse(name, `${name} is ${showValue(value)}; use a whole number from ${min} to ${max}`)
    return undefined
  }

  /** A list that must be there; an empty one stands in for a faulty one. */
  list(name: string, bounds: Bounds): unknown[] {
    if (!this.has(name)) this.refuse(name, `${name} is missing; send a list`)
    return this.optionalList(name, bounds) ?? []
  }

  optionalList(name: string, bounds: Bounds): unknown[] | undefined {
    const value = this.value(name)
    return value === undefined ? undefined : readList(value, `${this.path}.${name}`, bounds, this.checking)
  }

  private standIn(name: string, problem: string): string {
    this.refuse(name, `${name} ${problem}`)
    return ''
  }
}

/** A list within its bounds; an empty list, with a fault, for anything else. */
function readList(value: unknown, path: string, { min, max }: Bounds, checking: Checking): unknown[] {
  if (!Array.isArray(value)) {
    checking.refuse(path, `is ${showValue(value)}; send a list`)
    return []
  }
  if (value.length >= min && value.length <= max) return value
  checking.refuse(path, `has ${value.length} items; send ${min} to ${max}`)
  return []
}

/** A text of at most `max` characters that PostgreSQL can keep; counts towards the size of the body. */
export function readText(value: unknown, path: string, max: number, checking: Checking): string {
  if (typeof value !== 'string') {
    checking.refuse(path, `is ${showValue(value)}; send a text`)
    return ''
  }
  checking.textLength += value.length
  if (value.length > max) checking.refuse(path, `has ${value.length} characters; shorten it to ${max}`)
  else if (value.includes('\0') || loneSurrogate.test(value)) {
    checking.refuse(path, 'has a NUL character or half a surrogate pair; remove it')
  }
  return value
}
