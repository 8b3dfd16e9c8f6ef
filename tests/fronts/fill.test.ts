import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillFront, openPlaces, pickedIds } from '../../src/fronts/fill.ts'
import type { FrontContent, SlotContent } from '../../src/fronts/front.ts'

const now = new Date('2026-01-08T09:30:00Z')
const plain = { headline: null, kicker: null, image: null, isSticky: false, until: null }

/** 'a': a story; 'a!': a sticky one; '_': left to the backfill; 'a<': its time has passed; 'a>': it has not. */
function slotOf(word: string): SlotContent {
  const [id = '_', mark] = word
  const until = mark === '<' ? '2026-01-08T09:30:00Z' : mark === '>' ? '2026-01-08T09:30:01Z' : null
  return { ...plain, articleId: id === '_' ? null : id, isSticky: mark === '!', until }
}

const frontOf = (size: number, slots: string): FrontContent => ({
  ...{ name: 'Home', locale: null, size, backfill: null },
  slots: slots.split(' ').filter(Boolean).map(slotOf),
})

/** The stories of a front; those of the backfill are digits. */
function filled(size: number, slots: string, live: string, spare: string): string {
  const stories = new Map([...live].map((id) => [id, id]))
  return fillFront(frontOf(size, slots), stories, [...spare], now)
    .map(({ story }) => story)
    .join('')
}

describe('a front is filled', () => {
  it.each([
    // [what, size, slots, live, spare, expected]
    ['with nothing', 3, '', '', '', ''],
    ['by the backfill alone', 3, '', '', '1234', '123'],
    ['in the order of the editor, then by the backfill', 4, 'b a', 'ab', '123', 'ba12'],
    ['no further than its size; what is beyond is a reserve', 2, 'a b c', 'abc', '1', 'ab'],
    ['from the reserve when a story falls away', 2, 'a b c', 'bc', '1', 'bc'],
    ['at an empty place by the backfill', 3, 'a _ b', 'ab', '12', 'a1b'],
    ['without a hole when the backfill has nothing', 3, 'a _ b', 'ab', '', 'ab'],
    ['around a sticky place', 4, 'a b c! d', 'abcd', '', 'abcd'],
    ['around a sticky place when another falls away', 4, 'a b c! d', 'acd', '12', 'adc1'],
    ['by the backfill in front of a sticky place', 4, 'a b c!', 'c', '12', '12c'],
    ['by what comes next where a sticky story is not live', 3, 'a b! c', 'ac', '1', 'ac1'],
    ['up to a sticky place that moves up when there is nothing before it', 3, 'a b c!', 'c', '', 'c'],
    ['without what has passed', 3, 'a< b', 'ab', '1', 'b1'],
    ['with what has not passed', 3, 'a> b', 'ab', '1', 'ab1'],
    ['without an empty place that has passed', 3, '_< b', 'b', '12', 'b12'],
  ])('%s', (_what, size, slots, live, spare, expected) => {
    expect(filled(size, slots, live, spare)).toBe(expected)
  })

  it('and asks the backfill for what is missing, and for nothing that is there', () => {
    const live = new Map([...'abc'].map((id) => [id, id]))
    expect(openPlaces(frontOf(4, 'a _ x b!'), live, now)).toBe(2)
    expect(openPlaces(frontOf(2, 'a b c'), live, now)).toBe(0)
    expect(pickedIds(frontOf(1, 'a _ x b! c<'), live, now)).toEqual(['a', 'b'])
  })

  it('whatever is withdrawn: no story twice, none that is not live, sticky ones at their number, full when it can be', () => {
    const slot = fc.record({ id: fc.constantFrom(...'abcdefgh', '_'), isSticky: fc.boolean() })
    fc.assert(
      fc.property(
        fc.array(slot, { maxLength: 10 }),
        fc.subarray([...'abcdefgh']),
        fc.nat(12),
        fc.nat(12),
        (given, live, size, n) => {
          const slots = given
            .filter(({ id }, index) => id === '_' || given.findIndex((each) => each.id === id) === index)
            .map(({ id, isSticky }, index) => ({ ...slotOf(id), isSticky: isSticky && id !== '_' && index < size }))
          const content = { ...frontOf(size, ''), slots }
          const spare = Array.from({ length: n }, (_, index) => `spare ${index}`)
          const stories = new Map(live.map((id) => [id, id]))
          const shown = fillFront(content, stories, spare, now).map(({ story }) => story)
          expect(new Set(shown).size).toBe(shown.length)
          expect(shown.every((id) => live.includes(id) || spare.includes(id))).toBe(true)
          const picks = slots.filter(({ articleId }) => articleId && live.includes(articleId)).length
          expect(shown.length).toBe(Math.min(size, picks + n))
          if (shown.length < size) return
          slots.forEach(({ articleId, isSticky }, index) => {
            if (isSticky && articleId && live.includes(articleId)) expect(shown[index]).toBe(articleId)
          })
        },
      ),
    )
  })
})
