import type { Prisma, PrismaClient } from '../db/generated/client.ts'
import type { Rows } from '../lib/rows.ts'
import type { Caller } from './caller.ts'
import type { Files, ReceivedFile } from './files.ts'
import type { Retry } from './idempotency.ts'
import type { Outbound } from './outbound.ts'
import type { Popularity } from './popularity.ts'
import type { Sources } from './sources.ts'

/** The database inside one transaction. */
export type Transaction = Prisma.TransactionClient

/** What a use case knows about the world: who asks, what time it is, where the data is. Made for each request. */
export interface Ctx {
  caller: Caller
  /** The instant of the request; a use case never asks the clock itself. */
  now: Date
  /** The instant by the database's clock, which alone decides what is due, expired or under embargo. */
  databaseNow(tx: Transaction): Promise<Date>
  /** For reads outside a transaction. */
  db: PrismaClient
  /** The only column of the only row of a statement, a text, past Prisma: what delivery reads stories by. Null: no row. */
  readText(statement: Prisma.Sql): Promise<string | null>
  /** Rows of texts past Prisma, by the hundred; in a transaction that asks nothing else meanwhile, or of `db`. */
  readTexts<Row extends (string | null)[]>(db: Transaction | PrismaClient, statement: Prisma.Sql): Promise<Row[]>
  /** One transaction: all or nothing. Run again from the start when the database reports a deadlock or a serialisation failure. */
  tx<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
  /** The same, run once and however long it takes: for what reads a stream, which cannot be begun again. */
  txOnce<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
  /** Many rows into a table, past Prisma, in a transaction that asks nothing else meanwhile. Values in the order of the columns. */
  copyRows(tx: Transaction, rows: Rows): Promise<void>
  /** A new UUIDv7. */
  newId(): string
  site: Site
  /** The only way to ask anything of another machine; never inside a transaction. */
  outbound: Outbound
  /** Where the files of media are kept. */
  files: Files
  /** Files that came with a GraphQL request, by what stands for them in its variables: see src/graphql/uploads.ts. */
  uploads?: ReadonlyMap<string, ReceivedFile>
  /** Where the request came from, for the journal; missing for work that no request asked for. */
  request?: { id: string; address: string; userAgent?: string | null }
  /** Set for a request with an `Idempotency-Key`: `tx` then does its work once in 24 hours. See `retryable`. */
  retry?: Retry
  /** Set while an answer is made that may be kept for other readers. See `dependsOn`. */
  sources?: Sources
  /** How much stories are read; missing where nobody reads, such as in jobs. */
  popularity?: Popularity
}

/** What the newsroom is called and where its readers are. */
export interface Site {
  /** Name of the publication, for JSON-LD and feeds. */
  name: string
  /** Base of every link to a story, without a trailing slash; never taken from a request. */
  publicUrl: string
  /** BCP 47 tag of stories that do not say their language, and whose paths carry no language. */
  defaultLocale: string
  /** Base of the addresses of media, without a trailing slash; `publicUrl` when left out. */
  mediaUrl?: string | null
  /** What is added to the address of an asset that readers may not see yet, so that this one may: see `mediaTickets`. */
  ticketFor?: (mediaId: string) => string
  /** Folder below which folders may be polled for stories; none when left out. */
  ingestDir?: string | null
  /** WebSub hub that is told of news and that feeds name; none when left out. */
  hubUrl?: string | null
  /** Slugs of tags whose stories the engine suggests nowhere; none when left out. */
  relatedExcludedTags?: string[]
}
