import { type Static, Type } from 'typebox'
import {
  Id,
  Instant,
  Locale,
  line,
  nullable,
  oneOf,
  optional,
  pageFields,
  strict,
  WebUrl,
  webUrlForm,
} from '../core/shapes.ts'
import type { IngestSource as Row } from '../db/generated/client.ts'

export const IngestKind = oneOf(
  ['FEED', 'FOLDER'] as const,
  'FEED: a file at an address. FOLDER: the files of a folder.',
)
export const IngestStatus = oneOf(['ACTIVE', 'PAUSED'] as const, 'Whether it is polled.')
export const NearDuplicates = oneOf(
  ['OFF', 'SOURCE', 'ALL'] as const,
  'Where a story that comes under a new id is looked for by its text: nowhere, among the recent stories of this source, or of all sources that are polled.',
)

const fields = {
  name: line(100, 'Whose stories these are: their ids are unique within it. Another source cannot have it.'),
  url: optional({ ...WebUrl, description: `Of a FEED: where it is; ${webUrlForm}.` }),
  folder: optional(
    Type.String({
      maxLength: 500,
      pattern: '^[^./\\\\\\0][^/\\\\\\0]*(/[^./\\\\\\0][^/\\\\\\0]*)*$',
      description:
        "Of a FOLDER: its path below INGEST_DIR; must be names joined by slashes, such as 'agency/sport', none of which begins with a dot",
    }),
  ),
  intervalSeconds: Type.Optional(
    Type.Integer({
      minimum: 30,
      maximum: 86_400,
      description: 'Seconds between two polls: 30 to 86,400, 300 when left out.',
    }),
  ),
  format: optional(line(40, 'Name of the format; told by the content when left out.')),
  publish: Type.Optional(Type.Boolean({ description: 'Whether stories go live; they are drafts when left out.' })),
  nearDuplicates: Type.Optional(NearDuplicates),
  locale: optional({ ...Locale, description: "Language of stories that do not say theirs; the site's when left out." }),
  tagIds: Type.Optional(
    Type.Array(Id, { maxItems: 20, uniqueItems: true, description: 'Tags that every story gets.' }),
  ),
  sectionId: optional({ ...Id, description: 'Section of stories that have none.' }),
  status: Type.Optional(IngestStatus),
}

/** A new source; a FEED has a `url`, a FOLDER a `folder`. */
export const IngestSourceInput = strict(
  { kind: IngestKind, ...fields },
  {
    $id: 'IngestSourceInput',
    examples: [{ kind: 'FEED', name: 'Agency', url: 'https://agency.example/feed.xml', intervalSeconds: 60 }],
  },
)
export type IngestSourceInput = Static<typeof IngestSourceInput>

/** A change of a source: what is left out stays. Its kind stays. */
export const IngestSourcePatch = strict(
  { ...fields, name: Type.Optional(fields.name) },
  { $id: 'IngestSourcePatch', examples: [{ status: 'PAUSED' }] },
)
export type IngestSourcePatch = Static<typeof IngestSourcePatch>

/** A source of stories that is polled, and how it is. */
export const IngestSource = Type.Object(
  {
    id: Id,
    kind: IngestKind,
    name: Type.String(),
    url: nullable(Type.String()),
    folder: nullable(Type.String()),
    intervalSeconds: Type.Integer(),
    format: nullable(Type.String()),
    publish: Type.Boolean(),
    nearDuplicates: NearDuplicates,
    locale: nullable(Type.String()),
    tagIds: Type.Array(Id),
    sectionId: nullable(Id),
    status: IngestStatus,
    nextPollAt: nullable(Instant),
    polledAt: nullable({ ...Instant, description: 'When it was last polled.' }),
    succeededAt: nullable({ ...Instant, description: 'When a poll last went well, with news or without.' }),
    newsAt: nullable({ ...Instant, description: 'When a poll last brought something new.' }),
    failures: Type.Integer({ description: 'Polls in a row that failed; the pause doubles with each, up to a day.' }),
    failure: nullable(Type.String({ description: 'Why the last poll failed.' })),
    created: Type.Integer({ description: 'Stories that it has brought.' }),
    updated: Type.Integer({ description: 'Changes of them.' }),
    refused: Type.Integer({ description: 'What did not fit.' }),
    lastImportId: nullable({ ...Id, description: 'The import of the last news: its report.' }),
    createdAt: Instant,
    createdBy: Type.String(),
    changedAt: Instant,
    version: Type.Integer(),
  },
  { $id: 'IngestSource', examples: [example()] },
)
export type IngestSource = Static<typeof IngestSource>

export const IngestQuery = strict({ status: optional(IngestStatus), ...pageFields })

/** What of a row only the poll needs. */
export function toIngestSource(row: Row): IngestSource {
  const { etag: _etag, lastModified: _modified, bodyHash: _hash, runId: _run, leasedUntil: _lease, ...rest } = row
  const { isPublished: publish, settings, createdById: _owner, nextPollAt, ...source } = rest
  const {
    locale = null,
    tagIds = [],
    sectionId = null,
  } = settings as { locale?: string | null; tagIds?: string[]; sectionId?: string | null }
  return { ...source, publish, locale, tagIds, sectionId, nextPollAt: source.status === 'ACTIVE' ? nextPollAt : null }
}

function example() {
  return {
    ...{
      id: '0192a1b0-0000-7000-8000-000000000095',
      kind: 'FEED',
      name: 'Agency',
      url: 'https://agency.example/feed.xml',
    },
    ...{ folder: null, intervalSeconds: 60, format: null, publish: false, nearDuplicates: 'SOURCE', locale: null },
    ...{ tagIds: [], sectionId: null, status: 'ACTIVE', nextPollAt: '2026-01-08T09:31:00.000Z' },
    ...{
      polledAt: '2026-01-08T09:30:00.000Z',
      succeededAt: '2026-01-08T09:30:00.000Z',
      newsAt: '2026-01-08T09:12:00.000Z',
    },
    ...{
      failures: 0,
      failure: null,
      created: 812,
      updated: 40,
      refused: 1,
      lastImportId: '0192a1b0-0000-7000-8000-000000000090',
    },
    ...{
      createdAt: '2026-01-01T12:00:00.000Z',
      createdBy: 'user:Ada Lovelace',
      changedAt: '2026-01-01T12:00:00.000Z',
      version: 1,
    },
  }
}
