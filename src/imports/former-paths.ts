import type { Transaction } from '../core/ctx.ts'
import { readFormerPath } from './old-paths.ts'

/** The paths under which a new story stood on its old site. */
interface Wanted {
  articleId: string
  /** Where it stands here. */
  ownPath: string
  /** The surest first: where one stood last goes before where another stood once. */
  paths: string[]
}

/** What of them leads to the story, now or when it goes live, and what is to be told of the others. */
interface Given {
  claimed: string[]
  remarks: string[]
}

/** Gives each story the paths of its old site that are nobody's; they are for the caller to write, once the stories are there. */
export async function claimFormerPaths(tx: Transaction, wanted: Wanted[]): Promise<Map<string, Given>> {
  const given = new Map<string, Given>(wanted.map(({ articleId }) => [articleId, { claimed: [], remarks: [] }]))
  const asked = wanted.flatMap(({ articleId, ownPath, paths }) =>
    paths
      .map((text, rank) => ({ articleId, text, rank, path: readFormerPath(text) }))
      .filter(({ path }) => path !== ownPath),
  )
  asked.sort((a, b) => a.rank - b.rank)
  const taken = await takenPaths(tx, [...new Set(asked.flatMap(({ path }) => path ?? []))])
  for (const { ownPath } of wanted) taken.add(ownPath)
  for (const { articleId, text, path } of asked) {
    const own = given.get(articleId)
    if (!own || (path && own.claimed.includes(path))) continue
    if (!path)
      own.remarks.push(
        `its old path '${text.slice(0, 200)}' is a page of the site or none; nothing leads on from there`,
      )
    else if (taken.has(path))
      own.remarks.push(`its old path '${path.slice(0, 200)}' is another's; nothing leads on from there`)
    else {
      own.claimed.push(path)
      taken.add(path)
    }
  }
  return given
}

/** Keeps the paths of stories that are not live, until they go live. */
export async function keepFormerPaths(tx: Transaction, rows: { articleId: string; path: string }[]): Promise<void> {
  if (rows.length > 0) await tx.formerPath.createMany({ data: rows, skipDuplicates: true })
}

async function takenPaths(tx: Transaction, paths: string[]): Promise<Set<string>> {
  if (paths.length === 0) return new Set()
  const rows = await tx.$queryRaw<{ path: string }[]>`
    SELECT path FROM article_path WHERE path = ANY(${paths}::text[])
    UNION ALL SELECT path FROM former_path WHERE path = ANY(${paths}::text[])
    UNION ALL SELECT '/' || s.slug FROM tag_slug s JOIN tag t ON t.id = s."tagId"
      WHERE t.type = 'SECTION' AND '/' || s.slug = ANY(${paths}::text[])`
  return new Set(rows.map(({ path }) => path))
}
