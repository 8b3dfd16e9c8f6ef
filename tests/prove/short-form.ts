import { expect, it } from 'vitest'
import { seededRandom } from '../../bench/archive/random.ts'
import type { Proof } from '../../prove/proof.ts'

/** Small enough that each proof takes its least numbers. */
const scale = 0.001

/** A proof of `npm run prove` in a few seconds, with the same chance in every run. */
export function shortForm({ name, guarantee, run }: Proof, suite = 'editorial'): void {
  it(`${guarantee} (in short; in full: npm run prove -- ${suite} --only ${name})`, { timeout: 120_000 }, async () => {
    const tell = () => undefined
    const { violations, steps } = await run({ random: seededRandom(1), scale, postgresBin: null, tell })
    expect(violations).toEqual([])
    expect(steps).toBeGreaterThan(0)
  })
}
