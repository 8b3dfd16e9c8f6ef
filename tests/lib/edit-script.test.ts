import fc from 'fast-check'
import { expect, it } from 'vitest'
import { editScript } from '../../src/lib/edit-script.ts'
import { longestRise } from '../../src/lib/longest-rise.ts'

const tokens = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 14 })
const plenty = { steps: 1_000_000 }

/** Length of the longest common subsequence, by the textbook table. */
function common(a: string[], b: string[]): number {
  const rows = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++)
      (rows[i] as number[])[j] = a[i - 1] === b[j - 1] ? at(i - 1, j - 1) + 1 : Math.max(at(i - 1, j), at(i, j - 1))
  return at(a.length, b.length)
}

it('a script leads from one list to the other, and none is shorter', () => {
  fc.assert(
    fc.property(tokens, tokens, (a, b) => {
      const script = editScript(a, b, { ...plenty }, 1_000_000) ?? []
      expect(script.filter(({ op }) => op !== 'ADDED').map(({ token }) => token)).toEqual(a)
      expect(script.filter(({ op }) => op !== 'REMOVED').map(({ token }) => token)).toEqual(b)
      expect(script.filter(({ op }) => op === 'SAME')).toHaveLength(common(a, b))
    }),
    { numRuns: 3_000 },
  )
})

it('lists that have nothing in common are given up after the steps that it may take, and the budget is charged', () => {
  const numbers = Array.from({ length: 5_000 }, (_, n) => String(n))
  const others = numbers.map((number) => `x${number}`)
  const budget = { steps: 100_000 }
  expect(editScript(numbers, others, budget, 10_000)).toBeNull()
  expect(budget.steps).toBeLessThan(100_000)
  expect(budget.steps).toBeGreaterThan(80_000)
  expect(editScript(['a', 'b'], ['c', 'd'], { steps: 0 }, 10_000)).toBeNull()
})

it('a longest rise ascends, and none is longer', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(50), { maxLength: 12 }), (numbers) => {
      const positions = longestRise(numbers)
      const rise = positions.map((position) => numbers[position] ?? -1)
      expect(positions).toEqual([...positions].sort((a, b) => a - b))
      expect(rise).toEqual([...rise].sort((a, b) => a - b))
      const sorted = [...numbers].sort((a, b) => a - b).map(String)
      expect(rise).toHaveLength(common(numbers.map(String), sorted))
    }),
    { numRuns: 2_000 },
  )
})
