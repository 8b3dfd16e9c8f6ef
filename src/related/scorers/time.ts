import type { Scorer } from './scorer.ts'

const day = 24 * 3_600_000
/** Days after which nearness has fallen to e^-1. */
const nearDays = 7

/**
 * How near in time the two were published: 1 at the same instant, e^-1 a week apart. Source: news about one event comes in bursts, Yang,
 * Pierce, Carbonell 1998, doi:10.1145/290941.290953 (decaying windows for the detection of events).
 */
export const time: Scorer = ({ publishedAt }, candidate) =>
  Math.exp(-Math.abs(publishedAt.getTime() - candidate.publishedAt.getTime()) / (nearDays * day))
