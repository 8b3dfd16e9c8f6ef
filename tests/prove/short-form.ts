import { expect, it } from 'vitest'
import { seededRandom } from '../../bench/archive/random.ts'
import type { Proof } from '../../prove/proof.ts'
import { testDatabase } from '../helpers/database.ts'

/** Small enough that each proof takes its least numbers. */
const scale = 0.001

/** A proof of `npm run prove` in a few seconds, with the same chance in every run, on the server of the tests where it can be. */
export function shortForm({ name, guarantee, run }: Proof, suite = 'editorial'): void {
  it(`${guarantee} (in short; in full: npm run prove -- ${suite} --only ${name})`, { timeout: 240_000 }, async () => {
    const [tell, database] = [() => undefined, await testDatabase()]
    const trial = { random: seededRandom(1), scale, postgresBin: null, databaseUrl: database.url, tell }
    const { violations, steps } = await run(trial).finally(database.drop)
    expect(violations).toEqual([])
    expect(steps).toBeGreaterThan(0)
  })
}
