import type { Static, TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { Settings } from 'typebox/system'
import { checkBoundary } from './boundary.ts'
import { type Fault, invalidInput } from './errors.ts'
import { toFaults } from './faults.ts'

// Faults of one input that the checker reports at most; it stops at 8 of its own accord, and one wrong field may make three.
Settings.Set({ maxErrors: 200 })

type Check = { Check(value: unknown): boolean; Errors(value: unknown): Parameters<typeof toFaults>[0] }

const compiled = new WeakMap<TSchema, Check>()

/**
 * The one door for input of every face: boundary check first, then the shape. Returns the same value, typed.
 * @throws invalid_input with all faults and their paths.
 */
export function parse<S extends TSchema>(shape: S, input: unknown): Static<S> {
  checkBoundary(input)
  const faults = faultsOf(shape, input)
  if (faults.length > 0) throw invalidInput(faults)
  return input as Static<S>
}

/** The faults of a value against a shape; none when it fits. */
export function faultsOf(shape: TSchema, input: unknown): Fault[] {
  let check = compiled.get(shape)
  if (!check) {
    check = Compile(shape) as unknown as Check
    compiled.set(shape, check)
  }
  if (check.Check(input)) return []
  const faults = toFaults(check.Errors(input), shape, input)
  // Whatever the checker says or leaves out, an input that does not fit never passes.
  return faults.length > 0 ? faults : [{ path: '', message: 'does not have the shape that is asked for here' }]
}
