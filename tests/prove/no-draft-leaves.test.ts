import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../bench/archive/random.ts'
import { newCanaries, newWord } from '../../prove/hostile/canaries.ts'
import { faultsOf } from '../../prove/hostile/judge.ts'
import { noDraftLeaves } from '../../prove/hostile/no-draft-leaves.ts'
import { twinsOf } from '../../prove/hostile/twins.ts'
import { shortForm } from './short-form.ts'

shortForm(noDraftLeaves, 'delivery')

describe('the judge of hostile reads', () => {
  const read = (url: string) => ({ door: 'test', method: 'GET', url, headers: {} })
  const setUp = () => {
    const canaries = newCanaries(seededRandom(3))
    const word = canaries.hide('the headline')
    const judge = (body: string, { url = '/v1/articles', status = 200, askedAt = performance.now() } = {}) =>
      faultsOf(canaries, read(url), { status, headers: { 'x-test': 'none' }, body }, askedAt)
    return { canaries, word, judge }
  }

  it.each<[string, (word: string) => string]>([
    ['as it is', (word) => word],
    ['in capitals', (word) => word.toUpperCase()],
    ['cut short', (word) => word.slice(0, 10)],
    ['in a cursor', (word) => Buffer.from(JSON.stringify(['list', word])).toString('base64url')],
    ['percent-encoded', (word) => [...Buffer.from(word)].map((byte) => `%${byte.toString(16)}`).join('')],
    ['marked as found', (word) => `<mark>${word}</mark>`],
  ])('finds a hidden word %s', (_, form) => {
    const { word, judge } = setUp()
    expect(judge(`a story: ${form(word)}.`).join()).toContain('shows the headline')
  })

  it.each([
    ['a 5xx', 'no', 503, 'answered 503'],
    ['a stack trace', 'Error\n    at find (rows.js:10:5)', 400, 'a stack trace'],
    ['SQL', 'SELECT id FROM article', 400, 'SQL'],
    ['a path of the machine', `see ${process.cwd()}/package.json`, 400, 'the path'],
  ])('finds %s', (_, body, status, fault) => expect(setUp().judge(body, { status }).join()).toContain(fault))

  it('finds the id of something hidden, but not where it was asked for', () => {
    const { canaries, judge } = setUp()
    const id = '01a205c0-2ac2-73dd-86ba-154a7d1f52a4'
    canaries.hideId('a draft', id)
    expect(judge(`{"id":"${id}"}`).join()).toContain('the id of a draft')
    expect(judge(`no article ${id}`, { url: `/v1/articles/${id}` })).toEqual([])
  })

  it('has nothing to say of words that were asked for, shown, or hidden after the question', () => {
    const { canaries, word, judge } = setUp()
    expect(judge(`there is no article '${word}'`, { url: `/v1/articles/${word}` })).toEqual([])
    const askedAt = performance.now()
    canaries.show([word])
    expect(judge(word)).toEqual([])
    canaries.hideAgain([word])
    expect(judge(word, { askedAt: askedAt - 1 })).toEqual([])
    expect(judge(word)).toHaveLength(1)
    expect(canaries.neverShownIn(word)).toEqual([])
  })

  it('tells an answer about something hidden from one about nothing, but not the names in them', () => {
    const { canaries, word } = setUp()
    const twins = twinsOf(read(`/v1/tags/${word}`), canaries, seededRandom(4))
    const other = twins?.nobodys.url.split('/').at(-1) ?? ''
    const told = (status: number, body: string) => twins?.told({ status, headers: {}, body })
    expect(other).not.toBe(word)
    expect(told(404, `no ${word}`)).toBe(told(404, `no ${other}`))
    expect(told(403, `no ${word}`)).not.toBe(told(404, `no ${other}`))
    expect(told(404, `not yet ${word}`)).not.toBe(told(404, `no ${other}`))
    expect(twinsOf(read(`/v1/tags/${newWord(seededRandom(9))}`), canaries, seededRandom(4))).toBeNull()
  })
})
