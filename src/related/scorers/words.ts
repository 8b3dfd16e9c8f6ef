import { cosine } from './cosine.ts'
import type { Scorer } from './scorer.ts'

/**
 * The whole article as a weighted query: the cosine of its words and the other's, each weighed by BM25's saturation and its rarity.
 * Sources: whole articles as queries are the strongest plain method for background of news, TREC News track 2018 to 2021,
 * https://trec.nist.gov/data/news.html; BM25: Robertson and Zaragoza 2009, doi:10.1561/1500000019; the cosine of weighted
 * vectors: Salton and Buckley 1988, doi:10.1016/0306-4573(88)90021-0.
 */
export const words: Scorer = ({ story }, { packed, isForeign }) =>
  isForeign ? null : cosine(story.words, packed.words, story.wordsNorm * packed.wordsNorm)
