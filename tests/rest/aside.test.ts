import Fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { workAside } from '../../src/rest/aside.ts'

const tick = () => new Promise((resolve) => setImmediate(resolve))
/** Works for so many ms. */
const work = (ms: number) => {
  for (const end = performance.now() + ms; performance.now() < end; );
}

describe('work aside', () => {
  it('is done later, in its order, and leaves room for others between', async () => {
    const aside = workAside(Fastify())
    const done: (number | string)[] = []
    for (const n of [1, 2, 3, 4])
      aside(() => {
        work(2)
        done.push(n)
      })
    expect(done).toEqual([])
    for (let round = 0; round < 6; round++) {
      await tick()
      done.push('others')
    }
    expect(done.filter((each) => each !== 'others')).toEqual([1, 2, 3, 4])
    expect(done.slice(done.indexOf(1), done.indexOf(4)).filter((each) => each === 'others').length).toBeGreaterThan(0)
  })

  it('is all done before the service closes', async () => {
    const app = Fastify()
    const aside = workAside(app)
    await app.ready()
    let done = 0
    for (let n = 0; n < 20; n++)
      aside(() => {
        work(1)
        done += 1
      })
    await app.close()
    expect(done).toBe(20)
  })
})
