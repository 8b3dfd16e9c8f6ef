import { randomBytes } from 'node:crypto'
import { shorten } from '../core/errors.ts'
import { faultsOf } from '../core/parse.ts'
import { Prisma } from '../db/generated/client.ts'
import { newFront } from '../fronts/front-content.ts'
import { FrontInput } from '../fronts/front-record.ts'
import { formats } from '../imports/formats.ts'
import { nameKey } from '../lib/name-search.ts'
import { searchColumns } from '../tags/tag.ts'
import { toSecret } from '../webhooks/signature.ts'
import { addIdentities } from './identities.ts'
import { type Add, type Given, lineRefusal, noteLater } from './restoring.ts'
import type {
  AuthorLine,
  ExclusionLine,
  FrontLine,
  FrontRevisionLine,
  IngestSourceLine,
  JournalLine,
  MediaLine,
  StorylineLine,
  TagLine,
  UserLine,
  WebhookLine,
} from './thing-lines.ts'

const rowsOf = <D>(given: Given[]) => given as unknown as Given<D>[]

export const addUsers: Add = async ({ tx }, given) => {
  await tx.user.createMany({ data: rowsOf<UserLine>(given).map(({ data }) => data) })
}

export const addMedia: Add = async ({ tx }, given) => {
  const rows = rowsOf<MediaLine>(given)
  await tx.mediaAsset.createMany({
    data: rows.map(({ data: { mergedIntoId: _, identities: __, focalPoint, ...row } }) => ({
      ...row,
      focalPoint: focalPoint ?? Prisma.DbNull,
    })),
  })
  await noteMerges(tx, 'media', rows)
  await addIdentities(
    tx,
    'MEDIA',
    rows.map(({ data }) => data),
  )
}

export const addAuthors: Add = async ({ tx }, given) => {
  const rows = rowsOf<AuthorLine>(given)
  await tx.author.createMany({
    data: rows.map(({ data: { mergedIntoId: _, slugs: __, identities: ___, ...row } }) => ({
      ...row,
      nameFolded: nameKey(row.name),
    })),
  })
  await tx.authorSlug.createMany({
    data: rows.flatMap(({ data: { id, slugs } }) => slugs.map((slug) => ({ slug, authorId: id }))),
  })
  await noteMerges(tx, 'author', rows)
  await addIdentities(
    tx,
    'AUTHOR',
    rows.map(({ data }) => data),
  )
}

export const addTags: Add = async ({ tx }, given) => {
  const rows = rowsOf<TagLine>(given)
  await tx.tag.createMany({
    data: rows.map(({ data: { mergedIntoId: _, parentId: __, slugs: ___, identities: ____, ...row } }) => ({
      ...row,
      ...searchColumns(row.name, row.aliases),
    })),
  })
  await tx.tagSlug.createMany({
    data: rows.flatMap(({ data: { id, slugs } }) => slugs.map((slug) => ({ slug, tagId: id }))),
  })
  await noteMerges(tx, 'tag', rows)
  await addIdentities(
    tx,
    'TAG',
    rows.map(({ data }) => data),
  )
}

type Merged = { id: string; mergedIntoId: string | null; parentId?: string | null; publicAt?: Date | null }

/** Notes what a thing refers to among those of its own type, which may come later. */
async function noteMerges(tx: Parameters<typeof noteLater>[0], type: string, rows: Given<Merged>[]): Promise<void> {
  const noted = rows.map(({ line, data: { id, mergedIntoId, parentId = null, publicAt = null } }) => ({
    ...{ id, line },
    later: { mergedIntoId, parentId, publicAt },
  }))
  await noteLater(tx, type, noted)
}

export const addStorylines: Add = async ({ tx }, given) => {
  await tx.storyline.createMany({ data: rowsOf<StorylineLine>(given).map(({ data }) => data) })
}

/** @throws invalid_input for a story that is not there, of which no key of the database tells */
export const addExclusions: Add = async ({ tx }, given) => {
  const rows = rowsOf<ExclusionLine>(given)
  const named = rows.flatMap(({ data: { articleId, besides } }) => [
    articleId,
    ...besides.map(({ besideId }) => besideId),
  ])
  const known = await tx.article.findMany({ where: { id: { in: named } }, select: { id: true } })
  const ids = new Set(known.map(({ id }) => id))
  for (const { data, line } of rows) {
    const missing = [data.articleId, ...data.besides.map(({ besideId }) => besideId)].find((id) => !ids.has(id))
    if (missing)
      throw lineRefusal(line, `names the story ${missing}, which is neither in the file nor in this newsroom`)
  }
  await tx.relatedExclusion.createMany({
    data: rows.flatMap(({ data: { articleId, besides } }) => besides.map((beside) => ({ articleId, ...beside }))),
  })
}

export const addFronts: Add = async ({ tx }, given) => {
  const rows = rowsOf<FrontLine>(given)
  await tx.front.createMany({
    data: rows.map(({ data, line }) => ({ ...data, content: frontContent(data.content, line) })),
  })
  const noted = rows.map(({ line, data: { id, liveNumber, version } }) => ({
    id,
    line,
    later: { liveNumber, version },
  }))
  await noteLater(tx, 'front', noted)
}

export const addFrontRevisions: Add = async ({ tx }, given) => {
  await tx.frontRevision.createMany({
    data: rowsOf<FrontRevisionLine>(given).map(({ data, line }) => ({
      ...data,
      content: frontContent(data.content, line),
    })),
  })
}

function frontContent(content: unknown, line: number): Prisma.InputJsonObject {
  const [fault] = faultsOf(FrontInput, content)
  if (fault) throw lineRefusal(line, `content.${fault.path} ${fault.message}`)
  newFront(content as FrontInput)
  return content as Prisma.InputJsonObject
}

/** Endpoints come back disabled: a copy of a newsroom must not call what the first one calls, and its secret is a new one. */
export const addWebhooks: Add = async ({ tx }, given) => {
  await tx.webhookEndpoint.createMany({
    data: rowsOf<WebhookLine>(given).map(({ data }) => ({
      ...data,
      secret: toSecret(randomBytes(32)),
      status: 'DISABLED',
      disabledReason: 'It came with an export, which has no secrets: rotate its secret, then set it to ACTIVE.',
    })),
  })
}

/** Sources come back paused: a copy of a newsroom must not ask what the first one asks. Set to ACTIVE they are polled at once. */
export const addIngestSources: Add = async ({ ctx, tx }, given) => {
  const rows = rowsOf<IngestSourceLine>(given)
  for (const { data, line } of rows) requirePlace(data, line)
  await tx.ingestSource.createMany({
    data: rows.map(({ data: { publish, locale, tagIds, sectionId, ...row } }) => ({
      ...{ ...row, isPublished: publish, settings: { locale, tagIds, sectionId } },
      ...{ status: 'PAUSED' as const, nextPollAt: ctx.now },
    })),
  })
}

/** What the API never takes, and a file can say. */
function requirePlace({ kind, url, folder, format }: IngestSourceLine, line: number): void {
  if ((kind === 'FEED') !== (url !== null) || (kind === 'FOLDER') !== (folder !== null))
    throw lineRefusal(line, 'kind, url and folder do not agree; a FEED has a url, a FOLDER a folder')
  if (format !== null && !formats.some(({ name }) => name === format))
    throw lineRefusal(line, `'${shorten(format)}' is no format of stories`)
}

/** Entries as they were, with their hashes; whether these are right is looked at when all are there. */
export const addJournal: Add = async ({ tx }, given) => {
  await tx.journalEntry.createMany({
    data: rowsOf<JournalLine>(given).map(({ data: { hash, number, data, ...row } }) => ({
      ...row,
      number: BigInt(number),
      data: data as Prisma.InputJsonObject,
      hash: Buffer.from(hash, 'hex'),
    })),
  })
}
