/** A step from one list to another: a token of both, of the first only, or of the second only. */
export interface Edit {
  op: 'SAME' | 'REMOVED' | 'ADDED'
  token: string
}

/** Work that may still be done, in steps; each call takes from it what it used. */
export interface Budget {
  steps: number
}

/**
 * The shortest way from one list of tokens to another by removing and adding, in order; null when it takes more steps than
 * `mostSteps` or than the budget has, for lists that have little in common are slow to compare and not worth it.
 * Source: E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1 (1986), the greedy forward form.
 */
export function editScript(
  before: readonly string[],
  after: readonly string[],
  budget: Budget,
  mostSteps: number,
): Edit[] | null {
  const [a, b] = numbered(before, after)
  const limit = Math.max(0, Math.min(mostSteps, budget.steps))
  const { trace, steps } = search(a, b, limit)
  budget.steps -= steps
  return trace && wayBack(trace, before, after)
}

/** Equal tokens as equal numbers, which compare faster. */
function numbered(...lists: (readonly string[])[]): [Int32Array, Int32Array] {
  const numbers = new Map<string, number>()
  const [a, b] = lists.map((list) =>
    Int32Array.from(list, (token) => {
      const known = numbers.get(token)
      if (known === undefined) numbers.set(token, numbers.size)
      return known ?? numbers.size - 1
    }),
  )
  return [a ?? new Int32Array(), b ?? new Int32Array()]
}

/** For each number d of removals and additions, how far one comes on each diagonal k = x - y; from -d to d, with one more each side. */
type Trace = Int32Array[]

function search(a: Int32Array, b: Int32Array, limit: number): { trace: Trace | null; steps: number } {
  // With d removals and additions at least d²/2 steps were made, so that more diagonals are never reached.
  const most = Math.min(a.length + b.length, Math.ceil(Math.sqrt(2 * limit)) + 1)
  const reach = new Int32Array(2 * most + 3)
  const centre = most + 1
  const trace: Trace = []
  let steps = 0
  for (let d = 0; d <= most; d++) {
    trace.push(reach.slice(centre - d - 1, centre + d + 2))
    for (let k = -d; k <= d; k += 2) {
      const start = startOf(reach, centre, k, d)
      const end = alongDiagonal(a, b, start, k)
      reach[centre + k] = end
      steps += 1 + end - start
      if (end >= a.length && end - k >= b.length) return { trace, steps }
      if (steps > limit) return { trace: null, steps }
    }
  }
  return { trace: null, steps }
}

/** Where diagonal k is entered: from the one above by an addition, or from the one below by a removal, whichever is further. */
function startOf(reach: Int32Array, centre: number, k: number, d: number): number {
  const above = reach[centre + k + 1] ?? 0
  const below = reach[centre + k - 1] ?? 0
  return k === -d || (k !== d && below < above) ? above : below + 1
}

function alongDiagonal(a: Int32Array, b: Int32Array, from: number, k: number): number {
  let x = from
  while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++
  return x
}

function wayBack(trace: Trace, before: readonly string[], after: readonly string[]): Edit[] {
  const edits: Edit[] = []
  let [x, y] = [before.length, after.length]
  const same = (until: number) => {
    while (x > until) {
      edits.push({ op: 'SAME', token: before[--x] ?? '' })
      y--
    }
  }
  for (let d = trace.length - 1; d > 0; d--) {
    const k = x - y
    const reach = trace[d] ?? new Int32Array()
    const start = startOf(reach, d + 1, k, d)
    same(start)
    // Entered by an addition when the diagonal above led here.
    const isAddition = k === -d || (k !== d && (reach[d + k] ?? 0) < (reach[d + k + 2] ?? 0))
    if (isAddition) edits.push({ op: 'ADDED', token: after[--y] ?? '' })
    else edits.push({ op: 'REMOVED', token: before[--x] ?? '' })
  }
  same(0)
  return edits.reverse()
}
