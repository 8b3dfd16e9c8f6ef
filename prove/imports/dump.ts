import type pg from 'pg'

/**
 * Everything that an import has made, as text, without what differs from one run to the next: ids stand as what they are of, and times of
 * writing are left out.
 */
export async function dumpOf(pool: pg.Pool): Promise<string[]> {
  const labels = await labelsOf(pool)
  const lines: string[] = []
  for (const [table, columns, order] of tables) {
    const { rows } = await pool.query<{ row: string }>(
      `SELECT (to_jsonb(t) - $1::text[])::text AS row FROM ${table} t ORDER BY ${order}`,
      [columns],
    )
    lines.push(...rows.map(({ row }) => `${table} ${named(row, labels)}`).sort())
  }
  return lines
}

/** Tables, the columns of them that are times or ids of their own, and their order. */
const tables: [table: string, without: string[], order: string][] = [
  ['article', ['createdAt', 'changedAt', 'killedAt', 'significantAt'], 'id'],
  ['revision', ['id', 'createdAt', 'note'], 'id'],
  ['article_slug', ['liveSince'], 'slug'],
  ['article_path', ['liveSince'], 'path'],
  ['former_path', [], 'path'],
  ['article_reference', [], '"articleId"'],
  ['published_article', ['revisionId', 'modifiedAt', 'updatedAt'], 'id'],
  ['published_byline', ['modifiedAt', 'updatedAt'], '"articleId"'],
  ['published_tag', ['modifiedAt', 'updatedAt'], '"articleId"'],
  ['published_media', [], '"articleId"'],
  ['published_search', [], '"articleId"'],
  ['published_heads', [], '"articleId"'],
  ['tag', ['id', 'createdAt', 'changedAt', 'publicAt'], 'slug'],
  ['author', ['id', 'createdAt', 'changedAt', 'publicAt'], 'slug'],
  ['media_asset', ['id', 'createdAt', 'changedAt'], 'url'],
  ['import_identity', ['changedAt'], '"externalId"'],
  ['import_outcome', ['jobId'], 'number'],
  ['journal_entry', ['id', 'hash', 'number', 'occurredAt', 'note', 'keys'], 'number'],
]

/** What each id is of: a story by what its source calls it, a name by its slug, an asset by its address. */
async function labelsOf(pool: pg.Pool): Promise<Map<string, string>> {
  const { rows } = await pool.query<{ id: string; label: string }>(`
    SELECT "targetId"::text AS id, "externalId" AS label FROM import_identity WHERE noun = 'ARTICLE'
    UNION ALL SELECT id::text, 'tag ' || slug FROM tag UNION ALL SELECT id::text, 'author ' || slug FROM author
    UNION ALL SELECT id::text, 'asset ' || url FROM media_asset UNION ALL SELECT id::text, 'import' FROM import_job`)
  return new Map(rows.map(({ id, label }) => [id, label]))
}

const anyId = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{32}/g

/** Search has ids without hyphens. */
function named(row: string, labels: Map<string, string>): string {
  return row.replace(anyId, (id) => labels.get(id) ?? labels.get(hyphenated(id)) ?? id)
}

function hyphenated(id: string): string {
  return id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
