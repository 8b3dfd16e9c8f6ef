import { type Static, Type } from 'typebox'
import {
  Id,
  Instant,
  Locale,
  line,
  named,
  nullable,
  oneOf,
  optional,
  pageFields,
  strict,
  WebUrl,
  webUrlForm,
} from '../core/shapes.ts'
import type { ImportJob } from '../db/generated/client.ts'

const states = ['RECEIVING', 'QUEUED', 'RUNNING', 'STOPPED', 'DONE', 'FAILED'] as const
export const ImportState = oneOf(
  states,
  'RECEIVING: the file is still coming in. QUEUED: waits for a worker. RUNNING: is read. STOPPED: can be resumed. DONE: all of it was read. FAILED: see `failure`; can be resumed.',
)
export type ImportState = Static<typeof ImportState>

export const ImportOrigin = oneOf(
  ['UPLOAD', 'URL', 'FILE', 'INGEST'] as const,
  'Where the file came from: a request, an address, the command line, or a source that is polled.',
)

export const ImportMedia = oneOf(
  ['LINK', 'FETCH'] as const,
  'What becomes of pictures. LINK, also when left out: they stay where they are, and stories show them from there. FETCH: they are fetched and kept here; one that cannot be is linked.',
)
export type ImportMedia = Static<typeof ImportMedia>

/** What is set for every story of an import. */
const settings = {
  locale: optional({ ...Locale, description: "Language of stories that do not say theirs; the site's when left out." }),
  tagIds: Type.Optional(
    Type.Array(Id, { maxItems: 20, uniqueItems: true, description: 'Tags that every story gets besides its own.' }),
  ),
  sectionId: optional({ ...Id, description: 'Section of stories that have none.' }),
  media: optional(ImportMedia),
  baseUrl: optional({
    ...WebUrl,
    description: `Address of the old site or page, by which relative links and pictures are read, where the file was fetched when left out; ${webUrlForm}.`,
  }),
}
export const ImportSettings = Type.Object(settings)
export type ImportSettings = Static<typeof ImportSettings>

/** What every import may be told, whatever way its file comes in. */
export const importOptions = {
  source: Type.Optional(
    line(
      100,
      'Whose stories these are: external ids are unique within it. The host of the URL or the name of the file when left out.',
    ),
  ),
  format: optional(line(40, 'Name of the format; told by the content when left out.')),
  publish: Type.Optional(
    Type.Boolean({
      description: 'Whether stories that are live at their source go live here; they are drafts when left out.',
    }),
  ),
  dryRun: Type.Optional(Type.Boolean({ description: 'Whether nothing is written but the report.' })),
  ...settings,
}

/** An import of a file at an address. */
export const ImportInput = strict(
  { url: { ...WebUrl, description: `Where the file is; ${webUrlForm}.` }, ...importOptions },
  {
    $id: 'ImportInput',
    examples: [{ url: 'https://old.example.org/feed/', source: 'old.example.org', publish: true }],
  },
)
export type ImportInput = Static<typeof ImportInput>

/** What is told beside an uploaded file. */
export const UploadOptions = strict(importOptions)
export type UploadOptions = Static<typeof UploadOptions>

/** How many things came to what. */
export const ImportCounts = Type.Object(
  {
    created: Type.Integer(),
    updated: Type.Integer({ description: 'Stories that were here and said something new.' }),
    unchanged: Type.Integer(),
    skipped: Type.Integer(),
    refused: Type.Integer(),
    repaired: Type.Integer({ description: 'How many of these had to be put right.' }),
  },
  {
    $id: 'ImportCounts',
    examples: [{ created: 812, updated: 3, unchanged: 120, skipped: 1, refused: 2, repaired: 45 }],
  },
)
export type ImportCounts = Static<typeof ImportCounts>

/** One import and how far it is. */
export const Import = Type.Object(
  {
    id: Id,
    source: Type.String({ description: 'Whose stories these are.' }),
    origin: ImportOrigin,
    name: Type.String({ description: 'The name of the file, or its URL.' }),
    format: nullable(Type.String({ description: 'Null until it was told by the content.' })),
    state: ImportState,
    publish: Type.Boolean(),
    dryRun: Type.Boolean(),
    locale: nullable(Type.String()),
    tagIds: Type.Array(Id),
    sectionId: nullable(Id),
    media: ImportMedia,
    baseUrl: nullable(Type.String({ description: 'By which relative links are read, when the file does not say it.' })),
    bytesTotal: nullable(Type.Number({ description: 'Bytes of the file; null while nobody knows.' })),
    bytesRead: Type.Number(),
    done: Type.Integer({ description: 'How many things that were found in the file are done.' }),
    counts: named(ImportCounts),
    perSecond: nullable(Type.Number({ description: 'Things a second, over all the time that was worked on it.' })),
    secondsLeft: nullable(
      Type.Integer({ description: 'While it runs: about how long it will take, by the bytes that are left.' }),
    ),
    failure: nullable(Type.String({ description: 'Why it failed.' })),
    createdAt: Instant,
    createdBy: Type.String(),
    startedAt: nullable(Instant),
    finishedAt: nullable(Instant),
    changedAt: Instant,
    version: Type.Integer(),
  },
  { $id: 'Import', examples: [importExample()] },
)
export type Import = Static<typeof Import>

export const ImportQuery = strict({ state: optional(ImportState), ...pageFields })
/** The view for staff of a row. */
export function toImport(row: ImportJob): Import {
  const { isPublished: publish, isDryRun: dryRun, settings, bytesTotal, bytesRead, activeMs, done, state } = row
  const { id, source, origin, name, format, failure, createdAt, createdBy, startedAt, finishedAt, changedAt, version } =
    row
  const { created, updated, unchanged, skipped, refused, repaired } = row
  const { locale = null, tagIds = [], sectionId = null, media, baseUrl = null } = settings as ImportSettings
  const left = bytesTotal === null || bytesRead === 0n ? null : Number(bytesTotal - bytesRead) / Number(bytesRead)
  return {
    ...{ id, source, origin, name, format, state, publish, dryRun, locale, tagIds, sectionId, done },
    ...{ media: media ?? 'LINK', baseUrl },
    ...{ bytesTotal: bytesTotal === null ? null : Number(bytesTotal), bytesRead: Number(bytesRead) },
    counts: { created, updated, unchanged, skipped, refused, repaired },
    perSecond: activeMs > 0 ? Math.round((done / activeMs) * 10_000) / 10 : null,
    secondsLeft: state === 'RUNNING' && left !== null ? Math.max(0, Math.round((activeMs * left) / 1_000)) : null,
    ...{ failure, createdAt, createdBy, startedAt, finishedAt, changedAt, version },
  }
}

function importExample() {
  return {
    ...{
      id: '0192a1b0-0000-7000-8000-000000000090',
      source: 'old.example.org',
      origin: 'UPLOAD',
      name: 'wordpress.xml',
    },
    ...{ format: 'wxr', state: 'RUNNING', publish: true, dryRun: false, locale: null, tagIds: [], sectionId: null },
    ...{ media: 'LINK', baseUrl: null },
    ...{ bytesTotal: 104857600, bytesRead: 52428800, done: 983 },
    counts: { created: 812, updated: 3, unchanged: 120, skipped: 1, refused: 2, repaired: 45 },
    ...{ perSecond: 491.5, secondsLeft: 2, failure: null },
    ...{ createdAt: '2026-01-08T09:30:00.000Z', createdBy: 'key:desk', startedAt: '2026-01-08T09:30:01.000Z' },
    ...{ finishedAt: null, changedAt: '2026-01-08T09:30:03.000Z', version: 1 },
  }
}
