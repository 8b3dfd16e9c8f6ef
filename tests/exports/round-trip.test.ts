import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyJournal } from '../../src/audit/verify.ts'
import { startSum } from '../../src/exports/editorial.ts'
import { lineOf } from '../../src/exports/line.ts'
import { updateIngestSource } from '../../src/ingest/editorial.ts'
import { claimSource } from '../../src/ingest/poll.ts'
import { indexStories } from '../../src/search/editorial.ts'
import { updateTag } from '../../src/tags/editorial.ts'
import { fillNewsroom } from './filled.ts'
import { linesOf, newRoom, type Room, restoreLines, thingsOf } from './rooms.ts'

/** What readers, search and deletions are answered from; `position` as the order that it makes. */
const tables = [
  ...['published_article', 'published_byline', 'published_link', 'published_media', 'published_post'],
  ...['published_post_byline', 'published_post_link', 'published_post_media', 'related_story'],
  ...['article_reference', 'post_reference', 'published_search', 'published_heads', 'article_slug', 'article_path'],
  ...['former_path', 'import_identity'],
]

async function rowsOf({ pool }: Room, table: string): Promise<string[]> {
  const { rows } = await pool.query(`SELECT t::text AS row FROM ${table} t ORDER BY 1`)
  return rows.map(({ row }) => row)
}

async function tagsInOrder({ pool }: Room) {
  const { rows } = await pool.query(
    'SELECT "articleId", array_agg("tagId"::text ORDER BY position) AS tags FROM published_tag GROUP BY 1 ORDER BY 1',
  )
  return rows
}

/** What no export has of a table, and why not. Every other column is a field of its lines. */
const leftOut: Record<string, [type: string, columns: string[]]> = {
  // Secrets, and what changes with every sign-in.
  user: ['user', ['passwordHash', 'lastSeenAt']],
  media_asset: ['media', []],
  // What is made of the name.
  author: ['author', ['nameFolded', 'link']],
  tag: ['tag', ['nameFolded', 'aliasFolded', 'link']],
  storyline: ['storyline', []],
  // Of one story, in `besides`.
  related_exclusion: ['suggestion-exclusion', ['besideId', 'createdAt', 'createdBy']],
  article: ['article', []],
  revision: ['revision', []],
  post: ['post', []],
  post_revision: ['post-revision', []],
  front: ['front', []],
  front_revision: ['front-revision', []],
  // Secrets, and the state of the calls of one installation.
  webhook_endpoint: [
    'webhook',
    ['secret', 'previousSecret', 'previousUntil', 'status', 'disabledReason', 'failingSince'],
  ],
  // What `publish`, `locale`, `tagIds` and `sectionId` are kept as, and how the last polls went.
  ingest_source: [
    'ingest-source',
    [
      ...[
        'isPublished',
        'settings',
        'status',
        'etag',
        'lastModified',
        'bodyHash',
        'nextPollAt',
        'runId',
        'leasedUntil',
      ],
      ...['polledAt', 'succeededAt', 'newsAt', 'failures', 'failure', 'created', 'updated', 'refused', 'lastImportId'],
    ],
  ],
  journal_entry: ['journal-entry', []],
}

/** Tables without lines of their own: part of other lines, made anew of them, or the state of one installation. */
const withoutLines = [
  ...['article_slug', 'article_path', 'schedule', 'correction', 'tag_slug', 'author_slug', 'journal_head'],
  ...['published_article', 'published_byline', 'published_tag', 'published_link', 'published_media', 'related_story'],
  ...['published_post', 'published_post_byline', 'published_post_link', 'published_post_media', 'published_search'],
  ...['article_reference', 'post_reference', 'published_heads', 'search_word', 'search_alias'],
  ...['session', 'login_attempt', 'api_key', 'house_secret', 'preview_token', 'edit_lock', 'idempotency_record'],
  ...['former_path', 'import_identity', 'import_job', 'import_chunk', 'import_outcome'],
  ...['import_sketch', 'ingest_file', 'view_bucket', 'popular_board'],
  ...['related_features', 'related_term', 'related_posting', 'related_due'],
  ...['cache_lease', 'journal_cursor', 'hub_ping', 'webhook_delivery', 'webhook_attempt', '_prisma_migrations'],
]

/** Changes the thing of one line, as an editor of text files would. */
function altered(lines: string[], has: string, change: (line: string) => string): string[] {
  const index = lines.findIndex((line) => line.includes(has))
  return lines.with(index, change(lines[index] ?? ''))
}

/** With a last line that fits: what a stranger would write. */
function summed(lines: string[]): string[] {
  const sum = startSum()
  for (const line of lines.slice(1, -1)) sum.add(line, JSON.parse(line).type)
  return lines.with(-1, lineOf('end', sum.end()))
}

let filled: Room
let empty: Room
let lines: string[]
let made: Awaited<ReturnType<typeof fillNewsroom>>

beforeAll(async () => {
  ;[filled, empty] = [await newRoom(), await newRoom()]
  made = await fillNewsroom(filled.ctx)
  lines = await linesOf(filled)
}, 180_000)

afterAll(async () => {
  await filled.drop()
  await empty.drop()
})

describe('an export', () => {
  it('is the same twice, and holds each thing and each snapshot once', async () => {
    expect(await linesOf(filled)).toEqual(lines)
    expect(thingsOf(lines, 'article')).toHaveLength(await filled.prisma.article.count())
    expect(thingsOf(lines, 'revision')).toHaveLength(await filled.prisma.revision.count())
    expect(thingsOf(lines, 'post-revision')).toHaveLength(await filled.prisma.postRevision.count())
    expect(JSON.parse(lines.at(-1) ?? '').data.things).toMatchObject({ tag: 5, author: 2, media: 2, front: 1, user: 1 })
  })

  it('holds no password and no secret', async () => {
    const { passwordHash } = await filled.prisma.user.findUniqueOrThrow({ where: { id: made.user.id } })
    const [{ secret } = { secret: '' }] = await filled.prisma.webhookEndpoint.findMany()
    expect([passwordHash?.length, secret.length]).toEqual([expect.any(Number), expect.any(Number)])
    for (const hidden of [passwordHash ?? '', secret, secret.slice(6), 'passwordHash', '"secret"'])
      expect(lines.join('\n')).not.toContain(hidden)
  })

  it('has a field for every column of every table, but for those that are named here', async () => {
    const { rows } = await filled.pool.query(
      `SELECT c.table_name AS name, array_agg(c.column_name::text) AS columns
       FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
       WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' GROUP BY 1`,
    )
    const whole = await linesOf(filled, { hasJournal: true })
    for (const { name, columns } of rows.filter(({ name }) => !withoutLines.includes(name))) {
      const [type, without] = leftOut[name] ?? ['a line', []]
      const fields = Object.keys(thingsOf(whole, type)[0] ?? {})
      expect([...fields, ...without], name).toEqual(expect.arrayContaining(columns))
    }
  })

  it('has of chosen stories only these, and what they refer to', async () => {
    const some = await linesOf(filled, { filter: { tag: 'gas', status: ['LIVE'] } })
    expect(thingsOf(some, 'article').map(({ id }) => id)).toEqual([made.lead.id, made.later.id].sort())
    expect(
      thingsOf(some, 'tag')
        .map(({ slug }) => slug)
        .sort(),
    ).toEqual(['asia', 'fuel', 'gas', 'gas-crisis', 'the-world'])
    expect(thingsOf(some, 'author')).toHaveLength(2)
    expect(thingsOf(some, 'user')).toEqual([])
    expect(thingsOf(await linesOf(filled, { filter: { section: made.world.id } }), 'post')).toHaveLength(2)
    expect(thingsOf(await linesOf(filled, { filter: { since: '2027-01-01T00:00:00Z' } }), 'article')).toEqual([])
    await expect(linesOf(filled, { filter: { tag: 'the-world' } })).rejects.toMatchObject({ code: 'invalid_input' })
  })
})

describe('a file that is not what was exported restores nothing, and says why', () => {
  const last = () => lines.at(-1) ?? ''
  it.each<[string, () => string[], string]>([
    ['an empty file', () => [], 'the file is empty'],
    ['another file', () => ['<rss/>'], 'line 1: is not the beginning of an export'],
    [
      'a newer version',
      () => altered(lines, '"dateline"', (line) => line.replace('"format":1', '"format":2')),
      'has format 2',
    ],
    ['one cut off between lines', () => lines.slice(0, -1), 'it was cut off'],
    [
      'one cut off within a line',
      () => [...lines.slice(0, 9), (lines[9] ?? '').slice(0, 80)],
      'line 10: is not a line',
    ],
    [
      'one with a line left out',
      () => lines.filter((line) => !line.includes('"webhook"') || line === last()),
      'not those that were exported',
    ],
    [
      'one with another word',
      () => altered(lines, 'For the third time.', (line) => line.replace('third', 'tenth')),
      'not those that were exported',
    ],
    ['one with more behind its end', () => [...lines, last()], 'stands behind the end'],
    ['an unknown type', () => lines.toSpliced(1, 0, '{"type":"secret","format":1,"data":{}}'), "unknown type 'secret'"],
    [
      'an unknown field',
      () => altered(lines, '"type":"tag"', (line) => line.replace('{"id"', '{"admin":true,"id"')),
      'admin',
    ],
    [
      'a body with foreign blocks',
      () => altered(lines, 'Prices rose on Monday.', (line) => line.replace('"_type":"image"', '"_type":"script"')),
      'content',
    ],
    [
      'a source of ingest without a place',
      () => summed(altered(lines, '"ingest-source"', (line) => line.replace('"kind":"FEED"', '"kind":"FOLDER"'))),
      'a FEED has a url, a FOLDER a folder',
    ],
    [
      'a source of ingest in a format that is none',
      () => summed(altered(lines, '"ingest-source"', (line) => line.replace('"format":"feed"', '"format":"dateline"'))),
      "'dateline' is no format of stories",
    ],
    [
      'an exclusion of a story that is nowhere',
      () => {
        const strange = '"besideId":"0192a1b0-0000-7000-8000-000000000009"'
        return altered(lines, '"suggestion-exclusion"', (line) => line.replace(/"besideId":"[^"]+"/, strange))
      },
      'names the story 0192a1b0-0000-7000-8000-000000000009',
    ],
  ])('%s', async (_, given, message) => {
    await expect(restoreLines(empty, given())).rejects.toMatchObject({ message: expect.stringContaining(message) })
    expect([await empty.prisma.tag.count(), await empty.prisma.article.count()]).toEqual([0, 0])
  })
})

describe('an export read back into an empty newsroom', () => {
  it('makes an equal one: the same lines, and the same rows for readers', async () => {
    const { unchanged, hash } = await restoreLines(empty, lines)
    expect([unchanged, hash]).toEqual([0, JSON.parse(lines.at(-1) ?? '').data.hash])
    expect(await linesOf(empty)).toEqual(lines)
    // Search marks merged tags by the one that stands for them when a story is made anew for it.
    const shown = await filled.prisma.publishedArticle.findMany({ select: { id: true } })
    await indexStories(
      filled.prisma,
      shown.map(({ id }) => id),
    )
    for (const table of tables) expect(await rowsOf(empty, table), table).toEqual(await rowsOf(filled, table))
    expect(await tagsInOrder(empty)).toEqual(await tagsInOrder(filled))
  })

  it('tells mirrors of what readers can see, and calls nobody', async () => {
    const entries = await empty.prisma.journalEntry.findMany({ orderBy: { number: 'asc' } })
    const live = await empty.prisma.publishedArticle.count()
    expect(entries.filter(({ type }) => type === 'article.published')).toHaveLength(live)
    expect(entries.every(({ isPublic, subjectId, keys }) => isPublic && keys.includes(subjectId))).toBe(true)
    expect((await verifyJournal(empty.prisma)).fault).toBeNull()
    const before = await filled.prisma.webhookEndpoint.findFirstOrThrow()
    const [endpoint] = await empty.prisma.webhookEndpoint.findMany()
    expect(endpoint).toMatchObject({ id: before.id, status: 'DISABLED', secret: expect.stringMatching(/^whsec_/) })
    expect(endpoint?.secret).not.toBe(before.secret)
  })

  it('has its sources of ingest as they were, paused and never polled', async () => {
    const [source] = await empty.prisma.ingestSource.findMany()
    const settings = { locale: 'de', tagIds: [made.gas.id], sectionId: made.world.id }
    expect(source).toMatchObject({ name: 'Agency', intervalSeconds: 60, isPublished: true, settings, status: 'PAUSED' })
    expect(source).toMatchObject({ etag: null, polledAt: null, lastImportId: null, failures: 0 })
    expect(await claimSource(empty.ctx())).toBeNull()
    const active = await updateIngestSource(empty.ctx(), source?.id ?? '', { status: 'ACTIVE' })
    expect(active.nextPollAt).not.toBeNull()
    await empty.prisma.ingestSource.update({
      where: { id: active.id },
      data: { version: 1, changedAt: source?.changedAt },
    })
  })

  it('changes nothing the second time', async () => {
    const entries = await empty.prisma.journalEntry.count()
    const { made: news, unchanged } = await restoreLines(empty, lines)
    expect([Object.values(news).every((count) => count === 0), unchanged]).toEqual([true, lines.length - 2])
    expect(await linesOf(empty)).toEqual(lines)
    expect(await empty.prisma.journalEntry.count()).toBe(entries)
  })

  it('is refused whole where something differs, and says what', async () => {
    await updateTag(empty.ctx(), made.asia.id, { name: 'Azia' })
    const message = expect.stringMatching(/^line \d+: tag .* differs in name, changedAt, version; nothing was restored/)
    await expect(restoreLines(empty, lines)).rejects.toMatchObject({ code: 'conflict', message })
  })
})

describe('an export with its journal', () => {
  it('brings the journal back entry for entry, into a newsroom without one', async () => {
    const whole = await linesOf(filled, { hasJournal: true })
    const room = await newRoom()
    await restoreLines(room, whole)
    expect(await rowsOf(room, 'journal_entry')).toEqual(await rowsOf(filled, 'journal_entry'))
    expect((await verifyJournal(room.prisma)).fault).toBeNull()
    expect(JSON.parse(whole.at(-1) ?? '').data.hash).toBe(JSON.parse(lines.at(-1) ?? '').data.hash)
    await expect(restoreLines(empty, whole)).rejects.toMatchObject({ code: 'conflict' })
    await room.drop()
  }, 60_000)
})
