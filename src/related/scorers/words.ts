import { cosine } from './cosine.ts'
import type { Scorer } from './scorer.ts'

/** How far the lengths of two stories are forgiven for being unlike: 0.1 to 0.25 do as well as each other. */
const forgiven = 0.15

/**
 * The whole article as a weighted query: the cosine of its words and the other's, each weighed by BM25's saturation and its rarity. A
 * notice and a long report of one event have few words in common for the report's length; so it counts a little less.
 * Sources: whole articles as queries are the strongest plain method for background of news, TREC News track 2018 to 2021,
 * https://trec.nist.gov/data/news.html; BM25: Robertson and Zaragoza 2009, doi:10.1561/1500000019; the cosine of weighted
 * vectors: Salton and Buckley 1988, doi:10.1016/0306-4573(88)90021-0; lengths that count less than they are: Singhal, Buckley, Mitra
 * 1996, doi:10.1145/243199.243206.
 */
export const words: Scorer = ({ story }, { packed, isForeign }) => {
  const [one, other] = [story.wordsNorm, packed.wordsNorm]
  const value = isForeign ? null : cosine(story.words, packed.words, one * other)
  return value === null ? null : Math.min(1, value * (Math.max(one, other) / Math.min(one, other)) ** forgiven)
}
