import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createArticle } from '../../src/articles/editorial.ts'
import { publishArticle } from '../../src/articles/publish.ts'
import type { Ctx } from '../../src/core/ctx.ts'

/** An article of the archive, as its files have it. */
export interface Labelled {
  file: string
  /** Of one file: the articles that are about the same have the same. */
  group: string
  lang: string | null
  title: string | null
  body: string | null
  published_at: string | null
  /** Its id in the newsroom. */
  id: string
}

/** Files whose groups were made by people; the others are there to be told from them. */
export const labelled = ['wikinews', 'basil', 'ecbplus', 'wikiref']
const files = [...labelled, 'storychains', 'bbc', 'reuters', 'fundus']

/** Characters of a body that are loaded, in paragraphs of at most 20,000. */
const longest = 80_000

/** The articles of all files that are there; of each at most `most`, the labelled ones whole. */
export function readArchive(folder: string, most: number): Omit<Labelled, 'id'>[] {
  return files.flatMap((file) => {
    const path = join(folder, `${file}.jsonl`)
    if (!existsSync(path)) return []
    const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean)
    const kept = labelled.includes(file) ? lines : lines.slice(0, most)
    return kept.map((line) => ({ ...(JSON.parse(line) as Omit<Labelled, 'id' | 'file'>), file }))
  })
}

/** Makes and publishes each article by the functions behind the editorial API. What has no date has that of now; no tags are made. */
export async function loadArchive(
  ctx: () => Ctx,
  articles: Omit<Labelled, 'id'>[],
  tell: (line: string) => void,
): Promise<Labelled[]> {
  const loaded: Labelled[] = []
  const lane = async (from: number) => {
    for (let at = from; at < articles.length; at += lanes) {
      const article = articles[at]
      if (!article) return
      const { id } = await createArticle(ctx(), toInput(article))
      await publishArticle(ctx(), id, {})
      loaded.push({ ...article, id })
      if (loaded.length % 1_000 === 0) tell(`${loaded.length} of ${articles.length} loaded`)
    }
  }
  const lanes = 4
  await Promise.all(Array.from({ length: lanes }, (_, from) => lane(from)))
  return loaded
}

function toInput({ title, body, lang, published_at }: Omit<Labelled, 'id'>) {
  const lines = (body ?? '')
    .slice(0, longest)
    .split(/\n+/)
    .flatMap((line) => cut(line.trim()))
  const text = lines.length > 0 ? lines : [title ?? 'Untitled']
  const at = published_at ? new Date(published_at) : null
  return {
    headline: (title ?? '').replace(/\s+/g, ' ').trim().slice(0, 300) || 'Untitled',
    locale: lang ?? 'en',
    body: text.map((words) => ({ _type: 'block', style: 'normal', children: [{ _type: 'span', text: words }] })),
    ...(at && !Number.isNaN(at.getTime()) && { publishedAt: at.toISOString() }),
  }
}

function cut(line: string): string[] {
  return line === '' ? [] : (line.match(/[\s\S]{1,20000}/g) ?? [])
}
