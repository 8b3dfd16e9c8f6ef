import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'parse5'
import type { ImportItem } from '../../src/imports/item.ts'
import { readFile, type Tell } from './read-file.ts'
import { bodyWords, overlap, textOfTree, wordsOf } from './words.ts'

interface Expected {
  title: string | null
  byline: string | null
  publishedTime: string | null
  lang?: string | null
}

const fields = ['title', 'byline', 'publishedTime', 'language'] as const
type Field = (typeof fields)[number]

/** Share right of each field where the page has one, and recall and precision of the words of the body, on average. */
export async function benchPages(folder: string, tell: Tell): Promise<void> {
  if (!existsSync(folder)) return tell('pages: none there')
  const right: Record<Field, boolean[]> = { title: [], byline: [], publishedTime: [], language: [] }
  const shares: { name: string; recall: number; precision: number }[] = []
  for (const name of readdirSync(folder).sort()) {
    const { items } = await readFile(join(folder, name, 'source.html'))
    const expected = JSON.parse(readFileSync(join(folder, name, 'expected-metadata.json'), 'utf8')) as Expected
    const [item] = items
    for (const field of fields) judge(name, field, expected, item, right[field], tell)
    const wanted = wordsOf(textOfTree(parse(readFileSync(join(folder, name, 'expected.html'), 'utf8'))))
    if (wanted.length > 0) shares.push({ name, ...overlap(item ? bodyWords(item) : [], wanted) })
  }
  for (const field of fields) tell(`pages: ${field} right in ${percent(share(right[field]))} of ${right[field].length}`)
  for (const { name, recall, precision } of shares.filter((each) => each.recall < 0.8 || each.precision < 0.8))
    tell(`  ${name}: recall ${percent(recall)}, precision ${percent(precision)}`)
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  tell(
    `pages: body recall ${percent(mean(shares.map(({ recall }) => recall)))}, precision ${percent(mean(shares.map(({ precision }) => precision)))}, mean of ${shares.length}`,
  )
}

function judge(
  page: string,
  field: Field,
  expected: Expected,
  item: ImportItem | undefined,
  right: boolean[],
  tell: Tell,
) {
  const wanted = field === 'language' ? (expected.lang ?? null) : expected[field]
  if (!wanted) return
  const given = item ? givenOf(field, item) : ''
  const isRight = same(field, wanted, given)
  right.push(isRight)
  if (!isRight) tell(`  ${page}: ${field} is '${given}', not '${wanted.replace(/\s+/g, ' ')}'`)
}

function givenOf(field: Field, item: ImportItem): string {
  if (field === 'title') return item.headline
  if (field === 'byline') return item.bylines.map(({ name }) => name).join(', ')
  return (field === 'language' ? item.locale : item.publishedAt?.toISOString()) ?? ''
}

/** Titles and languages without regard to case and white space; names without `By`; times as instants. */
function same(field: Field, wanted: string, given: string): boolean {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[\s_]+/g, ' ')
      .trim()
  if (field === 'publishedTime') {
    const text = wanted.trim().replace(' ', 'T')
    const isLocal = !/(?:Z|[+-]\d{2}:?\d{2})$/i.test(text) && text.length > 10
    return new Date(isLocal ? `${text}Z` : text).toISOString() === given
  }
  if (field !== 'byline') return plain(wanted) === plain(given)
  const names = (text: string) =>
    plain(text)
      .replace(/^(?:by|par|von|written by)\s*/, '')
      .replace(/\b(?:and|et|edited by)\b|[,;&]/g, ' ')
      .split(/\s+/)
      .sort()
      .join(' ')
      .trim()
  return names(wanted) === names(given)
}

function share(answers: boolean[]): number {
  return answers.filter(Boolean).length / Math.max(1, answers.length)
}

function percent(value: number): string {
  return `${(value * 100).toFixed(1)} %`
}
