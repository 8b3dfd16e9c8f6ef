import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ImportItem } from '../../src/imports/item.ts'
import { readInstant } from '../../src/imports/text/dates.ts'
import { plainWords } from '../../src/imports/text/words.ts'
import { readFile, type Tell } from './read-file.ts'

interface ExpectedItem {
  title?: string
  link?: string
  isoDate?: string
  pubDate?: string
  creator?: string
  author?: string
}

/** How many titles, links, dates and authors of `output/` are found in `input/`. */
export async function benchFeeds(folder: string, tell: Tell): Promise<void> {
  if (!existsSync(folder)) return tell('feeds: none there')
  const counts = { titles: [0, 0], links: [0, 0], dates: [0, 0], authors: [0, 0] }
  const inputs = readdirSync(join(folder, 'input'))
  for (const name of readdirSync(join(folder, 'output'))) {
    const input = inputs.find((file) => file.startsWith(name.replace(/json$/, '')))
    const { items } = await readFile(join(folder, 'input', input ?? ''))
    const { feed } = JSON.parse(decode(readFileSync(join(folder, 'output', name)))) as {
      feed: { items: ExpectedItem[] }
    }
    for (const [i, wanted] of feed.items.entries()) {
      for (const [kind, right] of judge(wanted, items[i])) {
        counts[kind][0] = (counts[kind][0] ?? 0) + Number(right)
        counts[kind][1] = (counts[kind][1] ?? 0) + 1
        if (!right) tell(`  ${name}: item ${i + 1}, ${kind}: ${JSON.stringify(wanted).slice(0, 200)}`)
      }
    }
  }
  tell(
    `feeds: ${Object.entries(counts)
      .map(([kind, [right, all]]) => `${right} of ${all} ${kind}`)
      .join(', ')}`,
  )
}

/** Some were written in the encoding of their feed. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Word for word. Some expectations were saved with the wrong encoding; letters that are lost in them stand for any. */
function isTitle(wanted: string, given: string): boolean {
  const parts = (plainWords(wanted) ?? '').split(/\ufffd+/)
  if (parts.length === 1) return parts[0] === plainWords(given)
  return new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.{1,4}')}$`, 'su').test(
    given,
  )
}

type Kind = 'titles' | 'links' | 'dates' | 'authors'

function judge(wanted: ExpectedItem, item: ImportItem | undefined): [Kind, boolean][] {
  const answers: [Kind, boolean][] = []
  const date = wanted.isoDate ?? wanted.pubDate
  const author = plainWords(wanted.creator ?? wanted.author)
  if (plainWords(wanted.title)) answers.push(['titles', isTitle(wanted.title ?? '', item?.headline ?? '')])
  if (wanted.link?.trim()) answers.push(['links', new URL(wanted.link.trim()).href === item?.canonicalUrl])
  if (date) answers.push(['dates', readInstant(date)?.getTime() === item?.publishedAt?.getTime()])
  if (author)
    answers.push([
      'authors',
      item?.bylines.some(({ name, email }) => name === author || author.includes(name) || email === author) ?? false,
    ])
  return answers
}
