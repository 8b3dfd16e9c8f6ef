import { describe, expect, it } from 'vitest'
import { toKeptAnswer } from '../../src/cache/answer.ts'
import { createStore } from '../../src/cache/store.ts'
import { notFound } from '../../src/core/errors.ts'

const megabyte = 2 ** 20

function answer(keys: string[], { bytes = 10, freshSeconds = null as number | null } = {}) {
  const sources = { keys: new Set(keys), freshSeconds, isShared: true }
  return toKeptAnswer({ status: 200, headers: {}, body: Buffer.alloc(bytes, 'x'), sources, cdnSeconds: 0 })
}

describe('what is kept', () => {
  it('is found until something that it depends on is dropped', () => {
    const store = createStore(megabyte)
    const [one, two] = [answer(['a', 'list:b']), answer(['c'])]
    store.put('/one', one, store.mark())
    store.put('/two', two, store.mark())
    store.drop(['x', 'list:b'])
    expect([store.get('/one'), store.get('/two')]).toEqual([undefined, two])
    expect(store.stats()).toMatchObject({ drops: 1, answers: 1, hits: 1, misses: 2 })
  })

  it('is refused when it was begun before what it depends on was dropped', () => {
    const store = createStore(megabyte)
    const begun = store.mark()
    store.drop(['a'])
    expect(store.put('/one', answer(['a']), begun)).toBe(false)
    expect(store.put('/two', answer(['b']), begun)).toBe(true)
    expect(store.put('/one', answer(['a']), store.mark())).toBe(true)
  })

  it('is refused when so much was dropped since that nobody remembers what', () => {
    const store = createStore(megabyte)
    const begun = store.mark()
    store.drop(Array.from({ length: 20_001 }, (_, n) => `key-${n}`))
    expect(store.put('/one', answer(['other']), begun)).toBe(false)
    expect(store.put('/one', answer(['other']), store.mark())).toBe(true)
  })

  it('is all forgotten at once, with what is being made', () => {
    const store = createStore(megabyte)
    const begun = store.mark()
    store.put('/one', answer(['a']), begun)
    store.dropAll()
    expect(store.get('/one')).toBeUndefined()
    expect(store.put('/two', answer(['b']), begun)).toBe(false)
    expect(store.stats()).toMatchObject({ answers: 0, bytes: 0 })
  })

  it('depends on every change when it says so', () => {
    const store = createStore(megabyte)
    store.put('/changes', answer(['any']), store.mark())
    store.drop(['whatever'])
    expect(store.get('/changes')).toBeUndefined()
  })

  it('counts what is added to an answer, and drops it with it', () => {
    const store = createStore(megabyte)
    const one = answer(['a'], { bytes: 4_000 })
    store.put('/one', one, store.mark())
    const before = store.stats().bytes
    one.encoded.gzip = Buffer.alloc(1_500)
    one.recount?.()
    expect(store.stats().bytes - before).toBe(1_500)
    store.drop(['a'])
    one.recount?.()
    expect([store.get('/one'), store.stats().bytes]).toEqual([undefined, 0])
  })

  it('is not kept at all when it depends on nothing, for nothing would ever drop it', () => {
    const store = createStore(megabyte)
    expect(store.put('/one', answer([]), store.mark())).toBe(false)
  })

  it('is old after its time, whatever happens', () => {
    const store = createStore(megabyte)
    store.put('/old', answer(['a'], { freshSeconds: 0 }), store.mark())
    store.put('/new', answer(['a'], { freshSeconds: 60 }), store.mark())
    expect([store.get('/old'), store.get('/new')?.status]).toEqual([undefined, 200])
  })

  it('takes no more than its memory: what was not asked for longest goes first, and its keys with it', () => {
    const store = createStore(megabyte)
    for (let n = 0; n < 1_000; n++) {
      store.put(`/${n}`, answer([`key-${n}`], { bytes: 4_000 }), store.mark())
      store.get('/0')
    }
    const { bytes, answers } = store.stats()
    expect(bytes).toBeLessThanOrEqual(megabyte)
    expect(answers).toBeGreaterThan(50)
    expect([store.get('/0')?.status, store.get('/1'), store.get('/999')?.status]).toEqual([200, undefined, 200])
  })

  it('does not take one answer that would push out most others', () => {
    const store = createStore(megabyte)
    expect(store.put('/huge', answer(['a'], { bytes: megabyte / 4 }), store.mark())).toBe(false)
  })

  it('has a small room of its own for what is not there, so that asking for nothing pushes out nothing', () => {
    const store = createStore(megabyte)
    store.put('/there', answer(['a']), store.mark())
    for (let n = 0; n < 5_000; n++)
      store.put(`/not-${n}`, { ...answer([`slug:not-${n}`]), refusal: notFound('article', `not-${n}`) }, store.mark())
    expect(store.get('/there')?.status).toBe(200)
    expect(store.stats().answers).toBeLessThan(100)
    store.drop(['slug:not-4999'])
    expect(store.get('/not-4999')).toBeUndefined()
  })
})
