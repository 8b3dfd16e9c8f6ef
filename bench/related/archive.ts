import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { escapeHtml } from '../../src/articles/body/escape.ts'
import type { Ctx } from '../../src/core/ctx.ts'
import { claimImport } from '../../src/imports/claims.ts'
import { addImport } from '../../src/imports/editorial.ts'
import { executeImport } from '../../src/imports/execute.ts'

/** An article of the archive, as its files have it. */
export interface Labelled {
  file: string
  /** Its id in the file. */
  key: string
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
const distractors = ['storychains', 'bbc', 'reuters', 'fundus']

/** Characters of a body that are loaded. */
const longest = 80_000

/** Articles of one import. */
const atOnce = 2_000

/** The articles of the files `asked` and of those that are not labelled; of each file the first `most`. */
export function readArchive(folder: string, asked: readonly string[], most: number): Omit<Labelled, 'id'>[] {
  const inside = existsSync(join(folder, 'news')) ? join(folder, 'news') : folder
  return [...asked, ...distractors].flatMap((file) => {
    const path = join(inside, `${file}.jsonl`)
    if (!existsSync(path)) throw new Error(`there is no ${path}; --data names the folder of the unpacked files`)
    const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean).slice(0, most)
    return lines.map((line) => {
      const { id, ...article } = JSON.parse(line) as Omit<Labelled, 'file' | 'key'>
      return { ...article, key: id, file }
    })
  })
}

/**
 * Imports each file as a JSON Feed, as `dateline import --publish` does. What has no date goes live with that of now; no tags are made.
 * Gives those that are live: an article without a word is none.
 */
export async function loadArchive(
  ctx: () => Ctx,
  articles: Omit<Labelled, 'id'>[],
  tell: (line: string) => void,
): Promise<Labelled[]> {
  const loaded: Labelled[] = []
  for (let from = 0; from < articles.length; from += atOnce) {
    const some = articles.slice(from, from + atOnce)
    await importAll(ctx(), some)
    const ids = await idsOf(ctx(), some)
    loaded.push(
      ...some.flatMap((article) => {
        const id = ids.get(nameOf(article))
        return id ? [{ ...article, id }] : []
      }),
    )
    tell(`${loaded.length} of ${articles.length} articles are live`)
  }
  return loaded
}

const source = 'bench'
const nameOf = ({ file, key }: Pick<Labelled, 'file' | 'key'>) => `${file}/${key}`

async function importAll(ctx: Ctx, articles: Omit<Labelled, 'id'>[]): Promise<void> {
  const feed = Buffer.from(
    JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Bench', items: articles.map(toItem) }),
  )
  const options = { publish: true, dryRun: false, tagIds: [], sectionId: null, source, format: 'json-feed' }
  const file = { origin: 'FILE', name: 'bench.json', bytesTotal: feed.length, state: 'QUEUED', source } as const
  const { id } = await addImport(ctx, options, file)
  const job = await claimImport(ctx, id)
  if (!job) throw new Error('somebody else took the import')
  const input = { bytes: pieces(feed), fileName: file.name, baseUrl: null, charset: null }
  const end = await executeImport(ctx, job, async () => input, {
    signal: new AbortController().signal,
    whenEnded: 'STOPPED',
  })
  if (end !== 'DONE') throw new Error(`the import ended as ${end}`)
}

async function* pieces(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes
}

function toItem(article: Omit<Labelled, 'id'>) {
  const { title, body, lang, published_at } = article
  const lines = (body ?? '')
    .slice(0, longest)
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean)
  const at = published_at ? new Date(published_at) : null
  return {
    id: nameOf(article),
    title: (title ?? '').replace(/\s+/g, ' ').trim().slice(0, 300) || 'Untitled',
    content_html: (lines.length > 0 ? lines : [title ?? 'Untitled'])
      .map((line) => `<p>${escapeHtml(line)}</p>`)
      .join('\n'),
    language: lang ?? 'en',
    ...(at && !Number.isNaN(at.getTime()) && { date_published: at.toISOString() }),
  }
}

/** Of what is live. */
async function idsOf({ db }: Ctx, articles: Omit<Labelled, 'id'>[]): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ name: string; id: string }[]>`
    SELECT i."externalId" AS name, a.id::text FROM import_identity i JOIN published_article a ON a.id = i."targetId"
    WHERE i.source = ${source} AND i.noun = 'ARTICLE' AND i."externalId" = ANY(${articles.map(nameOf)}::text[])`
  return new Map(rows.map(({ name, id }) => [name, id]))
}
