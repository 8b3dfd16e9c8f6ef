/** What was counted of one story in one minute. */
export interface Counted {
  articleId: string
  /** The minute, in ms since 1970. */
  at: number
  views: number
  attentionSeconds: number
  shares: number
}

type Amounts = Pick<Counted, 'views' | 'attentionSeconds' | 'shares'>

interface TallyLimits {
  /** Stories and minutes that are kept, until they are taken. */
  most: number
  /** How many of them may be of stories that nobody has vouched for. */
  mostUnknown: number
}

/** What waits to be written. */
export interface Tally {
  /** Adds to the minute of this instant; false when there is no place for it, and it is lost. */
  add(articleId: string, at: Date, amounts: Amounts): boolean
  /** Takes all out, in the order of story and minute. */
  take(): Counted[]
  /** Puts back what could not be written; gives how many views found no place. */
  putBack(counted: Counted[]): number
  /** Says of a story that it is there: it has its place before those of which nobody knows. */
  vouchFor(articleId: string): void
  size(): number
}

const minute = 60_000

/** Stories that are vouched for at most; then all are forgotten, and found again by what is written next. */
const mostVouchedFor = 50_000

/**
 * Counts in memory, bounded: one who makes up ids by the million takes no place from stories that are known, and when even these
 * have none left (the database is away, and the minutes pile up), what is new is lost and what was counted stays.
 */
export function makeTally({ most, mostUnknown }: TallyLimits): Tally {
  const known = new Set<string>()
  let counted = new Map<string, Counted>()
  let unknown = 0

  const add = (articleId: string, at: number, { views, attentionSeconds, shares }: Amounts): boolean => {
    const name = `${articleId} ${at}`
    const own = counted.get(name)
    if (own) {
      own.views += views
      own.attentionSeconds += attentionSeconds
      own.shares += shares
      return true
    }
    const isKnown = known.has(articleId)
    if (counted.size >= most || (!isKnown && unknown >= mostUnknown)) return false
    if (!isKnown) unknown++
    counted.set(name, { articleId, at, views, attentionSeconds, shares })
    return true
  }
  return {
    add: (articleId, at, amounts) => add(articleId, Math.floor(at.getTime() / minute) * minute, amounts),
    take: () => {
      const all = [...counted.values()].sort(byStoryAndMinute)
      counted = new Map()
      unknown = 0
      return all
    },
    putBack: (all) =>
      all.filter((each) => !add(each.articleId, each.at, each)).reduce((sum, each) => sum + each.views, 0),
    vouchFor: (articleId) => {
      if (known.size >= mostVouchedFor) known.clear()
      known.add(articleId)
    },
    size: () => counted.size,
  }
}

/** The order in which rows are written, so that two processes never wait for each other in a circle. */
function byStoryAndMinute(a: Counted, b: Counted): number {
  if (a.articleId !== b.articleId) return a.articleId < b.articleId ? -1 : 1
  return a.at - b.at
}
